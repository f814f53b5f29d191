import 'server-only'
import type { ReactNode } from 'react'
import { inThread } from '@/app/_server/services/inThread'
import { Code } from '@/app/_ui/components/Code'
import { ProblemList } from '@/app/_ui/components/Problems'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import type { JsonObject } from '@/lib/base/json'
import { JsonShort } from './Witness'

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

/** On narrow screens the heads of the columns are out of sight, so each cell says its own. */
export function LabelledCell({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <td className="sm:min-w-32">
      <span className="mr-1.5 text-ink-soft sm:hidden" aria-hidden>
        {head}:
      </span>
      {children}
    </td>
  )
}
