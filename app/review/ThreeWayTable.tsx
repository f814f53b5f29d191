import type { ThreeWayChange } from '@/lib/schema/threeWayChanges'
import { Code } from '../components/Code'
import { Table } from '../components/Table'
import { Tag } from '../components/Tag'
import { JsonShort } from './JsonShort'
import { LabelledCell } from './LabelledCell'

const tones = { theirs: 'bad', ours: 'accent', both: 'warn', alike: 'good' } as const

/** Where two payload schemas have left what both come from. */
export function ThreeWayTable({
  changes,
  heads,
  words,
}: {
  changes: ThreeWayChange[]
  /** what the three are: the one that both come from, theirs, ours */
  heads: [string, string, string]
  /** where a change was made */
  words: { theirs: string; ours: string }
}) {
  const sides = { ...words, both: 'in both, differently', alike: 'in both alike' }
  return (
    <Table
      stack
      caption="Where the payload schemas differ"
      head={['Place in the payload', 'What', 'Changed', ...heads]}
    >
      {changes.map(({ path, what, base, theirs, ours, by }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: branches of one place may change in the same way
        <tr key={index}>
          <th scope="row">
            <Code>{path === '' ? '(whole payload)' : path}</Code>
          </th>
          <td>{what}</td>
          <td>
            <Tag tone={tones[by]}>{sides[by]}</Tag>
          </td>
          {[base, theirs, ours].map((value, side) => (
            <LabelledCell key={heads[side]} head={heads[side]}>
              <JsonShort value={value} />
            </LabelledCell>
          ))}
        </tr>
      ))}
    </Table>
  )
}
