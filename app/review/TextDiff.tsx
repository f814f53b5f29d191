import { classNames } from '../components/classNames'
import { EmptyState } from '../components/EmptyState'
import { ScrollBox } from '../components/ScrollBox'
import { type DiffLine, diffLines } from './diffLines'

const around = 3
const elements = { same: 'span', removed: 'del', added: 'ins' } as const

/** The lines in which two texts differ, with a few of those around them. */
export function TextDiff({ label, before, after }: { label: string; before: string; after: string }) {
  const lines = diffLines(before, after)
  const changed = lines.flatMap((line, index) => (line.kind === 'same' ? [] : [index]))
  if (changed.length === 0) return <EmptyState title="Nothing differs" />
  const near = new Set(
    changed.flatMap((index) => Array.from({ length: 2 * around + 1 }, (_, step) => index - around + step)),
  )
  const shown = lines.map((line, index) => ({ line, index })).filter(({ index }) => near.has(index))
  return (
    <ScrollBox label={label} className="max-h-[36rem] rounded-md border bg-sunken">
      <pre className="w-max min-w-full py-2 font-mono text-[0.82rem] leading-5 [overflow-wrap:normal]">
        {shown.map(({ line, index }, order) => (
          <span key={index}>
            {order > 0 && shown[order - 1]?.index !== index - 1 && <span className="block px-3 text-ink-soft">⋯</span>}
            <Line line={line} />
          </span>
        ))}
      </pre>
    </ScrollBox>
  )
}

function Line({ line: { kind, text } }: { line: DiffLine }) {
  const sign = { same: ' ', removed: '-', added: '+' }[kind]
  const Element = elements[kind]
  return (
    <Element
      className={classNames(
        'block px-3 no-underline',
        kind === 'removed' && 'bg-bad-soft text-bad',
        kind === 'added' && 'bg-good-soft text-good',
      )}
    >
      {sign} {text}
    </Element>
  )
}
