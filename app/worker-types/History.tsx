import type { Version } from '@/lib/registry/version'
import { Code } from '../components/Code'
import { FileLink } from '../components/FileLink'
import { Table } from '../components/Table'
import { When } from '../components/When'
import { OutcomeTag } from './OutcomeTag'
import { workerTypeHref } from './workerTypeHref'

/** All versions, newest first, with those that failed. */
export function History({ versions }: { versions: Version[] }) {
  return (
    <Table caption="Versions" head={['Version', 'State', 'By', 'When', 'Message', 'Schema']}>
      {versions.map((version) => (
        <tr key={version.number}>
          <th scope="row">{version.number}</th>
          <td>
            <OutcomeTag state={version.state} outcome={version.outcome} />
          </td>
          <td>{version.author}</td>
          <td>
            <When at={version.createdAt} />
          </td>
          <td className="min-w-48 whitespace-pre-wrap">{version.message}</td>
          <td>
            {version.state === 'acknowledged' ? (
              <FileLink href={`${workerTypeHref(version.taskQueueId)}/versions/${version.number}/schema.json`}>
                <Code>{version.schemaSha256.slice(0, 12)}</Code>
              </FileLink>
            ) : (
              <Code>{version.schemaSha256.slice(0, 12)}</Code>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
