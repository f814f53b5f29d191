import type { ReactNode } from 'react'

/** What a list says when it has nothing, with the next step. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-4 py-8 text-center">
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="mx-auto mt-1 max-w-prose text-sm text-ink-soft">{children}</div>}
    </div>
  )
}
