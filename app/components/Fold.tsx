import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './classNames'

/** Something that folds away without a script. */
export function Fold({
  summary,
  open,
  className,
  children,
}: {
  summary: ReactNode
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={classNames('group/fold', className)}>
      <summary className="flex list-none items-start gap-1.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft [[open]>summary>&]:rotate-90" />
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      {children}
    </details>
  )
}
