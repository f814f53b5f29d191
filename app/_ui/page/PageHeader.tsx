import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** The top of a page: where it is, its name, what can be done. */
export function PageHeader({
  trail,
  title,
  children,
  actions,
}: {
  trail?: ReactNode
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {trail}
        <h1 className="text-2xl leading-tight font-semibold tracking-tight">{title}</h1>
        {children !== undefined && <div className="mt-1 max-w-3xl text-ink-soft">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}

/** The way from the first page to this one, as links. */
export function Breadcrumbs({ steps }: { steps: { href: string; label: string }[] }) {
  return (
    <nav aria-label="Where you are" className="mb-1">
      <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-soft">
        {steps.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-1">
            <Link href={href} className="underline underline-offset-2 hover:text-ink">
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
