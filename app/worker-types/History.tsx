import { TriangleAlert } from 'lucide-react'
import { Code } from '@/app/components/Code'
import { FileLink } from '@/app/components/FileLink'
import { Table } from '@/app/components/Table'
import { Tag } from '@/app/components/Tag'
import { TextLink } from '@/app/components/TextLink'
import { When } from '@/app/components/When'
import type { Version } from '@/lib/registry/version'
import { OutcomeTag } from './OutcomeTag'
import { versionHref } from './versionHref'
import { workerTypeHref } from './workerTypeHref'

/** All versions, newest first, with those that failed. */
export function History({ versions }: { versions: Version[] }) {
  return (
    <Table stack caption="Versions" head={['Version', 'State', 'By', 'When', 'Message', 'Changes', 'Schema']}>
      {versions.map((version, index) => {
        const { number, state, outcome, author, createdAt, message, acknowledgements, schemaSha256 } = version
        const before = versions.slice(index + 1).find((older) => older.state === 'acknowledged')
        const sha256 = <Code>{schemaSha256.slice(0, 12)}</Code>
        return (
          <tr key={number}>
            <th scope="row" className="tabular-nums">
              <TextLink href={versionHref(version)}>
                <span className="sm:hidden">Version </span>
                {number}
              </TextLink>
            </th>
            <td>
              <OutcomeTag state={state} outcome={outcome} />
            </td>
            <td>{author}</td>
            <td>
              <When at={createdAt} />
            </td>
            <td className="min-w-48 whitespace-pre-wrap">{message}</td>
            <td>
              {acknowledgements.length > 0 && (
                <Tag tone="warn" icon={TriangleAlert}>
                  {acknowledgements.length} acknowledged {acknowledgements.length === 1 ? 'break' : 'breaks'}
                </Tag>
              )}
              {before !== undefined && state === 'acknowledged' && (
                <span className="block">
                  <TextLink href={`${workerTypeHref(version.taskQueueId)}/compare?from=${before.number}&to=${number}`}>
                    Compare with {before.number}
                  </TextLink>
                </span>
              )}
            </td>
            <td>
              {state === 'acknowledged' ? (
                <FileLink href={`${versionHref(version)}/schema.json`}>{sha256}</FileLink>
              ) : (
                sha256
              )}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
