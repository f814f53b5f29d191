import { CircleCheck, CircleHelp, OctagonX } from 'lucide-react'
import type { ReactNode } from 'react'
import { InlineCode } from '@/app/_ui/components/Code'
import { classNames } from '@/app/_ui/components/classNames'
import { type ReviewAnswer, reviewQuestion } from '@/lib/review/answerOf'
import { Witness } from './Witness'

const looks = {
  yes: { icon: OctagonX, word: 'Yes', style: 'border-bad bg-bad-soft', ink: 'text-bad' },
  no: { icon: CircleCheck, word: 'No', style: 'border-good bg-good-soft', ink: 'text-good' },
  'cannot tell': { icon: CircleHelp, word: 'Cannot tell', style: 'border-warn bg-warn-soft', ink: 'text-warn' },
} as const

/** The question of a review and its answer, with the first example. */
export function Answer({
  answer: { answer, sentence, example },
  compared,
  previewHref,
}: {
  answer: ReviewAnswer
  /** what was compared with what */
  compared: ReactNode
  previewHref?: string
}) {
  const { icon: Icon, word, style, ink } = looks[answer]
  return (
    <section aria-labelledby="answer" className={classNames('rounded-lg border-l-4 px-4 py-3', style)}>
      <h2 id="answer" className="flex flex-wrap items-center gap-x-2 text-lg font-semibold">
        <span>{reviewQuestion}</span>
        <span className={classNames('inline-flex items-center gap-1.5', ink)}>
          <Icon aria-hidden className="size-5 shrink-0" />
          {word}
        </span>
      </h2>
      <p className="mt-1">
        <InlineCode text={sentence} />
      </p>
      <p className="mt-1 text-sm text-ink-soft">{compared}</p>
      {example !== undefined && (
        <div className="mt-3 max-w-3xl">
          <p className="mb-1 text-sm font-medium">A payload that works today and would be refused:</p>
          <Witness name="example" payload={example} previewHref={previewHref} />
        </div>
      )}
    </section>
  )
}
