import { classNames } from '@/app/components/classNames'
import { EmptyState } from '@/app/components/EmptyState'
import { ScrollBox } from '@/app/components/ScrollBox'
import { type DiffLine, diffLines } from '@/lib/review/diffLines'
import { foldLines } from '@/lib/review/foldLines'
import { mostLines, SkippedLines } from './SkippedLines'

const elements = { same: 'span', removed: 'del', added: 'ins' } as const

/** The lines in which two texts differ, with a few of those around them; the rest is counted. */
export function TextDiff({ label, before, after }: { label: string; before: string; after: string }) {
  const { hunks, rest, cut } = foldLines(diffLines(before, after), mostLines)
  if (hunks.length === 0) return <EmptyState title="Nothing differs" />
  return (
    <ScrollBox label={label} className="max-h-[36rem] rounded-md border bg-sunken">
      <pre className="w-max min-w-full py-2 font-mono text-[0.82rem] leading-5 [overflow-wrap:normal]">
        {hunks.map(({ start, skipped, lines }) => (
          <span key={start}>
            <SkippedLines count={skipped} />
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
              <Line key={index} line={line} />
            ))}
          </span>
        ))}
        <SkippedLines count={rest} />
        <SkippedLines count={cut} more />
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
