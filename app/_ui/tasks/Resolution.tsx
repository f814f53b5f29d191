import { InlineCode } from '@/app/_ui/components/Code'
import { Message } from '@/app/_ui/components/Message'
import type { TraceState } from '@/app/_ui/forms/actionStates'

const looks = {
  completed: { kind: 'success', word: 'Completed' },
  failed: { kind: 'warning', word: 'Failed' },
  exception: { kind: 'error', word: 'Exception' },
} as const

/** How the task ends, and whether it would get to a worker at all. */
export function Resolution({ traced }: { traced: NonNullable<TraceState['traced']> }) {
  const { name, tasks, refusals, view } = traced
  const { state, words, reasons, allReasons } = view.resolution
  const { kind, word } = looks[state]
  return (
    <div className="space-y-2">
      <Message kind={kind} word={word} role="status">
        {name} ends as <strong className="font-semibold">{words}</strong>.
        {tasks > 1 && ` The text has ${tasks} tasks; this is the first.`}
        <Reasons reasons={reasons} all={allReasons} />
      </Message>
      {refusals.length > 0 && (
        <Message kind="notice" word="The Queue">
          It refuses the task when it is created, so that no worker of this type ever sees it.
          <Reasons reasons={refusals} all={refusals.length} />
        </Message>
      )}
    </div>
  )
}

function Reasons({ reasons, all }: { reasons: string[]; all: number }) {
  if (reasons.length === 0) return null
  return (
    <ul className="mt-1 ml-4 list-disc">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two reasons may begin in the same way
        <li key={index}>
          <InlineCode text={reason} />
        </li>
      ))}
      {all > reasons.length && <li>and {all - reasons.length} more</li>}
    </ul>
  )
}
