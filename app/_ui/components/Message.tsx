import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './classNames'

const kinds = {
  error: { icon: OctagonX, word: 'Error', style: 'border-bad bg-bad-soft', ink: 'text-bad' },
  warning: { icon: TriangleAlert, word: 'Warning', style: 'border-warn bg-warn-soft', ink: 'text-warn' },
  notice: { icon: Info, word: 'Notice', style: 'border-accent bg-accent-soft', ink: 'text-accent' },
  success: { icon: CircleCheck, word: 'Done', style: 'border-good bg-good-soft', ink: 'text-good' },
} as const

/** Something to know, with its weight in a word. `role` makes it heard when it appears. */
export function Message({
  kind,
  word,
  role,
  children,
}: {
  kind: keyof typeof kinds
  word?: string
  role?: 'alert' | 'status'
  children: ReactNode
}) {
  const { icon: Icon, word: usual, style, ink } = kinds[kind]
  return (
    <div role={role} className={classNames('flex gap-2 rounded-md border-l-4 px-3 py-2 text-sm', style)}>
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0">
        <strong className={classNames('font-semibold', ink)}>{word ?? usual}: </strong>
        {children}
      </div>
    </div>
  )
}

/** What a list says when it has nothing, with the next step. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-4 py-8 text-center">
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="mx-auto mt-1 max-w-prose text-sm text-ink-soft">{children}</div>}
    </div>
  )
}
