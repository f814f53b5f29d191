'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/app/_ui/components/classNames'

const places = [
  { href: '/', label: 'Worker types', within: ['/worker-types'] },
  { href: '/designs', label: 'Designer', within: ['/designs'] },
  { href: '/preview', label: 'Task preview', within: ['/preview'] },
  { href: '/catalog', label: 'Catalog', within: ['/catalog'] },
]

/** The main places of the app; the one that the reader is in is marked. */
export function MainNavigation({ more }: { more: { href: string; label: string }[] }) {
  const path = usePathname()
  return (
    <nav aria-label="Main">
      <ul className="-mx-2 flex overflow-x-auto">
        {[...places, ...more.map((place) => ({ ...place, within: [place.href] }))].map(({ href, label, within }) => {
          const here = path === href || within.some((place) => path === place || path.startsWith(`${place}/`))
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href ? 'page' : here ? 'true' : undefined}
                className={classNames(
                  'flex min-h-9 items-center rounded-md px-2 text-sm whitespace-nowrap text-ink-soft hover:text-ink',
                  here && 'font-semibold text-ink underline decoration-accent decoration-2 underline-offset-8',
                )}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
