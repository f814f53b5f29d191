import { EmptyState } from '@/app/_ui/components/Message'
import { Table } from '@/app/_ui/components/Table'
import { TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import type { DraftSummary } from '@/lib/registry/drafts'

/** Designs, last changed first. */
export function DraftTable({ drafts }: { drafts: DraftSummary[] }) {
  if (drafts.length === 0) return <EmptyState title="No design is being worked on" />
  return (
    <Table caption="Designs" head={['Design', 'Revision', 'Changed by', 'When']}>
      {drafts.map(({ id, title, revision, author, updatedAt }) => (
        <tr key={id}>
          <th scope="row">
            <TextLink href={`/designs/${id}`}>{title}</TextLink>
          </th>
          <td>{revision}</td>
          <td>{author}</td>
          <td>
            <When at={updatedAt} />
          </td>
        </tr>
      ))}
    </Table>
  )
}
