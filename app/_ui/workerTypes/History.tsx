import { CircleCheck, Clock, OctagonX, TriangleAlert } from 'lucide-react'
import { Code } from '@/app/_ui/components/Code'
import { OutcomeTag } from '@/app/_ui/components/StatusTags'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import { FileLink, TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import { versionHref, workerTypeHref } from '@/app/_ui/page/addresses'
import type { Renewal } from '@/lib/registry/renewals/renewals'
import type { Version } from '@/lib/registry/versions/version'

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

const looks = {
  acknowledged: { tone: 'good', icon: CircleCheck, word: 'done' },
  failed: { tone: 'bad', icon: OctagonX, word: 'failed' },
  intended: { tone: 'warn', icon: Clock, word: 'waiting for the Queue' },
} as const

/** Renewals, newest first. */
export function RenewalList({ renewals }: { renewals: Renewal[] }) {
  return (
    <Table caption="Renewals" head={['When', 'By', 'Version', 'What', 'Until', 'State']}>
      {renewals.map(({ id, createdAt, author, number, whole, expires, state }) => {
        const { tone, icon, word } = looks[state]
        return (
          <tr key={id}>
            <th scope="row">
              <When at={createdAt} />
            </th>
            <td>{author}</td>
            <td>{number}</td>
            <td>{whole ? 'declared again' : 'expiry alone'}</td>
            <td>
              <When at={expires} />
            </td>
            <td>
              <Tag tone={tone} icon={icon}>
                {word}
              </Tag>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
