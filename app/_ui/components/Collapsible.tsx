import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './classNames'

/** Something that folds away without a script. */
export function Collapsible({
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

/** A detail that few readers need, behind a line that says what it is. */
export function CollapsibleDetail({
  label,
  open,
  children,
}: {
  label: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <Collapsible open={open} summary={<span className="text-sm text-accent">{label}</span>}>
      <div className="mt-2">{children}</div>
    </Collapsible>
  )
}
