import { classNames } from '@/app/_ui/components/classNames'
import { EmptyState } from '@/app/_ui/components/Message'
import { ScrollBox } from '@/app/_ui/components/Table'
import { type DiffLine, diffLines, foldLines, pairLines } from '@/lib/review/diffLines'

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

/** Two texts beside each other, changed lines at the same height; unchanged parts are folded. */
export function SideBySideDiff({
  label,
  heads,
  before,
  after,
}: {
  label: string
  /** what the two are */
  heads: [string, string]
  before: string
  after: string
}) {
  const { hunks, rest, cut } = foldLines(diffLines(before, after), mostLines)
  if (hunks.length === 0) return <EmptyState title="Nothing differs" />
  return (
    <ScrollBox label={label} className="max-h-[36rem] rounded-md border bg-sunken">
      <table className="w-full min-w-[44rem] table-fixed border-collapse font-mono text-[0.82rem] leading-5">
        <caption className="sr-only">{label}</caption>
        <thead className="font-sans text-left text-ink-soft">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="border-b px-3 py-1.5 font-medium first-letter:uppercase">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hunks.map(({ start, skipped, lines }) => [
            skipped > 0 && (
              <tr key={`before ${start}`}>
                <td colSpan={2}>
                  <SkippedLines count={skipped} />
                </td>
              </tr>
            ),
            ...pairLines(lines).map(({ old, now, changed }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
              <tr key={`${start} ${index}`}>
                <Side text={old} sign={changed ? '-' : ' '} style={changed ? 'bg-bad-soft text-bad' : ''} />
                <Side text={now} sign={changed ? '+' : ' '} style={changed ? 'bg-good-soft text-good' : ''} />
              </tr>
            )),
          ])}
          {rest + cut > 0 && (
            <tr>
              <td colSpan={2}>
                <SkippedLines count={rest} />
                <SkippedLines count={cut} more />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Side({ text, sign, style }: { text: string | undefined; sign: string; style: string }) {
  return (
    <td
      className={classNames(
        'px-3 align-top whitespace-pre-wrap [overflow-wrap:anywhere] last:border-l',
        text !== undefined && style,
      )}
    >
      {text === undefined ? '' : `${sign} ${text}`}
    </td>
  )
}

/** Stands for lines that are left out: unchanged ones, or `more` than can be shown. */
function SkippedLines({ count, more = false }: { count: number; more?: boolean }) {
  if (count === 0) return null
  const kind = more ? 'more' : 'unchanged'
  return (
    <span className="block px-3 text-ink-soft">
      ⋯ {count} {kind} {count === 1 ? 'line' : 'lines'}
    </span>
  )
}

/** Lines of a difference that a page shows: nobody reads more of them. */
const mostLines = 2000
