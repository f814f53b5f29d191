import type { WorkerTypeSummary } from '@/lib/registry/listWorkerTypes'
import { EmptyState } from '../components/EmptyState'
import { Table } from '../components/Table'
import { TextLink } from '../components/TextLink'
import { When } from '../components/When'
import { OutcomeTag } from './OutcomeTag'
import { workerTypeHref } from './workerTypeHref'

/** The registered worker types with their current versions. */
export function WorkerTypeTable({ workerTypes }: { workerTypes: WorkerTypeSummary[] }) {
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
      head={['Worker type', 'Version', 'Schema', 'Registered by', 'When', 'Description']}
    >
      {workerTypes.map((each) => (
        <tr key={each.taskQueueId}>
          <th scope="row" className="font-mono">
            <TextLink href={workerTypeHref(each.taskQueueId)}>{each.taskQueueId}</TextLink>
          </th>
          <td>{each.number}</td>
          <td>
            <OutcomeTag state="acknowledged" outcome={each.outcome} />
          </td>
          <td>{each.author}</td>
          <td>{each.resolvedAt !== null && <When at={each.resolvedAt} />}</td>
          <td className="min-w-48">{each.description}</td>
        </tr>
      ))}
    </Table>
  )
}
