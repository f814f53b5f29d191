import 'server-only'
import { Code } from '@/app/components/Code'
import { Table } from '@/app/components/Table'
import { Tag } from '@/app/components/Tag'
import { ProblemList } from '@/app/results/ProblemList'
import { inThread } from '@/app/server/inThread'
import type { JsonObject } from '@/lib/base/json'
import { JsonShort } from './JsonShort'
import { LabelledCell } from './LabelledCell'

const tones = { theirs: 'bad', ours: 'accent', both: 'warn', alike: 'good' } as const

/** Where two payload schemas have left the one that both come from; nothing where they have not. */
export async function ThreeWayTable({
  base,
  theirs,
  ours,
  heads,
  words,
}: {
  base: JsonObject
  theirs: JsonObject
  ours: JsonObject
  /** what the three are: the one that both come from, theirs, ours */
  heads: [string, string, string]
  /** where a change was made */
  words: { theirs: string; ours: string }
}) {
  const sides = { ...words, both: 'in both, differently', alike: 'in both alike' }
  const compared = await inThread('threeWay', { base, theirs, ours })
  if (!compared.ok) return <ProblemList problems={compared.problems} none="" />
  const { changes, more } = compared.value
  if (changes.length === 0) return null
  return (
    <>
      <Table
        stack
        caption="Where the payload schemas differ"
        head={['Place in the payload', 'What', 'Changed', ...heads]}
      >
        {changes.map(({ path, what, by, ...says }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: branches of one place may change in the same way
          <tr key={index}>
            <th scope="row">
              <Code>{path === '' ? '(whole payload)' : path}</Code>
            </th>
            <td>{what}</td>
            <td>
              <Tag tone={tones[by]}>{sides[by]}</Tag>
            </td>
            {[says.base, says.theirs, says.ours].map((value, side) => (
              <LabelledCell key={heads[side]} head={heads[side]}>
                <JsonShort value={value} />
              </LabelledCell>
            ))}
          </tr>
        ))}
      </Table>
      {more > 0 && <p className="text-sm text-ink-soft">And {more} more places.</p>}
    </>
  )
}
