import { EmptyState } from '@/app/_ui/components/Message'
import { OutcomeTag, StatusTag } from '@/app/_ui/components/StatusTags'
import { Table } from '@/app/_ui/components/Table'
import { TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import type { QueueStatus } from '@/lib/registrar/checks/queueStatus'
import type { WorkerTypeSummary } from '@/lib/registry/versions/versions'

/** The registered worker types with their current versions. */
export function WorkerTypeTable({
  workerTypes,
  statuses,
}: {
  workerTypes: WorkerTypeSummary[]
  /** how they stand with the Queue, in the same order */
  statuses: QueueStatus[]
}) {
  if (workerTypes.length === 0) {
    return (
      <EmptyState title="No worker type is registered yet">
        Start with a design: blank, from an example, or from the configuration of a worker that runs already.
      </EmptyState>
    )
  }
  return (
    <Table
      caption="Registered worker types"
      head={['Worker type', 'Version', 'Schema', 'Queue', 'Registered by', 'When', 'Description']}
    >
      {workerTypes.map((each, index) => (
        <tr key={each.taskQueueId}>
          <th scope="row" className="font-mono">
            <TextLink href={workerTypeHref(each.taskQueueId)}>{each.taskQueueId}</TextLink>
          </th>
          <td>{each.number}</td>
          <td>
            <OutcomeTag state="acknowledged" outcome={each.outcome} />
          </td>
          <td>{statuses[index] !== undefined && <StatusTag status={statuses[index]} />}</td>
          <td>{each.author}</td>
          <td>{each.resolvedAt !== null && <When at={each.resolvedAt} />}</td>
          <td className="min-w-48">{each.description}</td>
        </tr>
      ))}
    </Table>
  )
}
