import { ChevronRight } from 'lucide-react'
import Link from 'next/link'

/** The way from the first page to this one, as links. */
export function Trail({ steps }: { steps: { href: string; label: string }[] }) {
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
