import { Check, Minus, Pencil, Plus } from 'lucide-react'
import type { PoolOutlook } from '@/app/_server/review/reviewedPool'
import { Code, CodeBlock } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { EmptyState } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { Problems } from '@/app/_ui/components/Problems'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import type { Permission } from '@/lib/auth/permissions'
import type { JsonChange } from '@/lib/base/compareJson'
import { JsonShort } from './Witness'

const looks = {
  added: { icon: Plus, tone: 'good', word: 'added' },
  removed: { icon: Minus, tone: 'bad', word: 'removed' },
  changed: { icon: Pencil, tone: 'warn', word: 'changed' },
} as const

/** The pool of a design against the one that worker-manager has, and whether its reader may register it. */
export function PoolReview({
  outlook: { wanted, plan, problems },
  permission,
}: {
  outlook: PoolOutlook
  permission: Permission
}) {
  // what is lacking is said once
  const others = permission.allowed ? problems : problems.filter(({ code }) => code !== 'queue-scopes-missing')
  return (
    <Panel title="Worker pool" note={<>Compared with the pool that worker-manager has as {wanted.workerPoolId}.</>}>
      <div className="space-y-3">
        <PermissionNote to="register the pool" permission={permission} />
        <Problems problems={others} />
        {plan === undefined ? (
          others.length === 0 && (
            <EmptyState
              title={permission.signedIn ? 'Known to those who may read the pool' : 'Known once you are signed in'}
            />
          )
        ) : plan.action === 'create' ? (
          <Tag tone="good" icon={Plus}>
            worker-manager has no such pool yet
          </Tag>
        ) : plan.action === 'none' ? (
          <Tag tone="good" icon={Check}>
            the pool is as it should be
          </Tag>
        ) : (
          <Changes changes={plan.changes} />
        )}
        <CollapsibleDetail label="The whole definition">
          <CodeBlock label="Definition of the worker pool" text={JSON.stringify(wanted.definition, null, 2)} />
        </CollapsibleDetail>
      </div>
    </Panel>
  )
}

function Changes({ changes }: { changes: JsonChange[] }) {
  return (
    <Table stack caption="Changes of the worker pool" head={['Change', 'Place in the pool', 'There now', 'New']}>
      {changes.map((change) => {
        const { icon, tone, word } = looks[change.kind]
        return (
          <tr key={`${change.kind} ${change.path}`}>
            <td>
              <Tag tone={tone} icon={icon}>
                {word}
              </Tag>
            </td>
            <th scope="row">
              <Code>{change.path}</Code>
            </th>
            <td className="min-w-32">
              <JsonShort value={change.kind === 'added' ? undefined : change.before} />
            </td>
            <td className="min-w-32">
              <JsonShort value={change.kind === 'removed' ? undefined : change.after} />
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
