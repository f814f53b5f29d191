import type { ReactNode } from 'react'
import { classNames } from './classNames'

/** A titled block of a page. `level` is that of its heading. */
export function Panel({
  title,
  level = 2,
  id,
  actions,
  note,
  className,
  children,
}: {
  title?: ReactNode
  level?: 2 | 3
  id?: string
  actions?: ReactNode
  note?: ReactNode
  className?: string
  children: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <section id={id} className={classNames('rounded-lg border bg-surface shadow-(--shadow)', className)}>
      {title !== undefined && (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2.5">
          <div>
            <Heading className="font-semibold">{title}</Heading>
            {note !== undefined && <p className="text-sm text-ink-soft">{note}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div className="p-4">{children}</div>
    </section>
  )
}
