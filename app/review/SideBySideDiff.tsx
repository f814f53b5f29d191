import { classNames } from '@/app/components/classNames'
import { EmptyState } from '@/app/components/EmptyState'
import { ScrollBox } from '@/app/components/ScrollBox'
import { diffLines } from '@/lib/review/diffLines'
import { foldLines } from '@/lib/review/foldLines'
import { pairLines } from '@/lib/review/pairLines'
import { mostLines, SkippedLines } from './SkippedLines'

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
