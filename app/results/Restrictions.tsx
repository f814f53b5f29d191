import { CircleSlash, X } from 'lucide-react'
import { Code } from '@/app/components/Code'
import { EmptyState } from '@/app/components/EmptyState'
import { Table } from '@/app/components/Table'
import { Tag } from '@/app/components/Tag'
import type { Restriction } from '@/lib/compose/composition'
import { InlineCode } from './InlineCode'

/** What the registered schema keeps out although the worker's own schema lets it in, and why. */
export function Restrictions({ restrictions }: { restrictions: Restriction[] }) {
  if (restrictions.length === 0) {
    return (
      <EmptyState title="No restrictions">
        The engine can do everything that the enabled plugins offer, so the schema is the worker's own.
      </EmptyState>
    )
  }
  return (
    <Table stack caption="Restrictions" head={['What', 'Places in the payload', 'Why', 'Otherwise the worker would']}>
      {restrictions.map((restriction) => (
        <tr key={restriction.id}>
          <th scope="row" className="min-w-36">
            {restriction.title}
            <span className="block text-[0.82rem] font-normal text-ink-soft">{restriction.component}</span>
          </th>
          <td>
            <ul>
              {restriction.paths.map((path) => (
                <li key={path}>
                  <Code>{path === '' ? '(whole payload)' : path}</Code>
                </li>
              ))}
            </ul>
          </td>
          <td className="min-w-56">
            <InlineCode text={restriction.reason} />
            {restriction.missing.length > 0 && (
              <span className="block text-[0.82rem] text-ink-soft">
                Missing in {restriction.engine}: {restriction.missing.join(', ')}
              </span>
            )}
          </td>
          <td>
            {restriction.kind === 'refused' ? (
              <Tag tone="bad" icon={X}>
                refuse the task
              </Tag>
            ) : (
              <Tag tone="warn" icon={CircleSlash}>
                run it with less
              </Tag>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
