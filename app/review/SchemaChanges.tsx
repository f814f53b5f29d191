import { Minus, Pencil, Plus } from 'lucide-react'
import type { SchemaChange } from '@/lib/schema/listSchemaChanges'
import { Code } from '../components/Code'
import { EmptyState } from '../components/EmptyState'
import { Table } from '../components/Table'
import { Tag } from '../components/Tag'
import { JsonShort } from './JsonShort'

const looks = {
  added: { icon: Plus, tone: 'good', word: 'added' },
  removed: { icon: Minus, tone: 'bad', word: 'removed' },
  changed: { icon: Pencil, tone: 'warn', word: 'changed' },
} as const

/** Where one payload schema says something else than another. `before` and `after` say which they are. */
export function SchemaChanges({
  changes,
  before = 'Registered',
  after = 'New',
}: {
  changes: SchemaChange[]
  before?: string
  after?: string
}) {
  if (changes.length === 0) return <EmptyState title="The payload schema stays as it is" />
  return (
    <Table
      stack
      caption="Changes of the payload schema"
      head={['Change', 'Place in the payload', 'What', before, after]}
    >
      {changes.map((change, index) => {
        const { icon, tone, word } = looks[change.kind]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: branches of one place may change in the same way
          <tr key={index}>
            <td>
              <Tag tone={tone} icon={icon}>
                {word}
              </Tag>
            </td>
            <th scope="row">
              <Code>{change.path === '' ? '(whole payload)' : change.path}</Code>
            </th>
            <td>{change.what}</td>
            <td className="min-w-32">
              <JsonShort value={change.before} />
            </td>
            <td className="min-w-32">
              <JsonShort value={change.after} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
