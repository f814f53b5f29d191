import { Check, Info, X } from 'lucide-react'
import { Code, InlineCode } from '@/app/_ui/components/Code'
import { Panel } from '@/app/_ui/components/Panel'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import type { EngineEntry } from '@/lib/catalog/entry/entry'
import { scopeAlternatives, type TaskFeature } from '@/lib/catalog/entry/taskFeature'

/** What an engine can be asked to do. */
export function EngineFeatures({ entry, names }: { entry: EngineEntry; names: Record<string, string> }) {
  return (
    <Panel title="What plugins can ask of it">
      <Table caption="Engine features" head={['Feature', 'Supported', 'Remarks']}>
        {Object.entries(entry.features).map(([name, { supported, reason, caveat, arguments: limits }]) => (
          <tr key={name}>
            <th scope="row">
              {names[name] ?? name}
              <span className="block font-mono text-[0.82rem] font-normal text-ink-soft">{name}</span>
            </th>
            <td>
              {supported === true && (
                <Tag tone="good" icon={Check}>
                  yes
                </Tag>
              )}
              {supported === false && (
                <Tag tone="bad" icon={X}>
                  no
                </Tag>
              )}
              {typeof supported === 'string' && (
                <Tag tone="warn" icon={Info}>
                  depends
                </Tag>
              )}
            </td>
            <td className="min-w-48">
              {[reason, caveat, ...Object.values(limits ?? {}).map((limit) => limit.reason)]
                .filter((remark) => remark !== undefined)
                .map((remark) => (
                  <p key={remark}>
                    <InlineCode text={remark} />
                  </p>
                ))}
              {typeof supported === 'string' && <p className="font-mono text-[0.82rem] text-ink-soft">{supported}</p>}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  )
}

const outcomes = {
  'malformed-payload': 'the worker refuses the task',
  ignored: 'the task runs without it',
  fatal: 'the worker stops',
}

/** What a task may ask for, what that needs of the engine, and what becomes of the task without it. */
export function TaskFeatures({ features }: { features: TaskFeature[] }) {
  return (
    <Panel title="What tasks can ask for">
      <Table
        caption="Task features"
        head={['Feature', 'Where', 'Needs of the engine', 'Without it', 'Scopes of the task']}
      >
        {features.map((feature) => (
          <tr key={feature.name}>
            <th scope="row" className="min-w-36">
              {feature.title}
              {feature.description !== undefined && (
                <span className="block text-[0.82rem] font-normal text-ink-soft">{feature.description}</span>
              )}
            </th>
            <td>{feature.requestedBy.path === undefined ? 'every task' : <Code>{feature.requestedBy.path}</Code>}</td>
            <td className="font-mono text-[0.82rem]">{needsOf(feature)}</td>
            <td className="min-w-32">
              {feature.never !== undefined
                ? [feature.never]
                    .flat()
                    .map(({ reason }) => reason)
                    .join('; ')
                : feature.whenMissing !== undefined && outcomes[feature.whenMissing]}
            </td>
            <td className="font-mono text-[0.82rem]">
              {(feature.scopes ?? []).map((scope) => scopeAlternatives(scope).join(' or ')).join(', ')}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  )
}

function needsOf({ requires, calls }: TaskFeature): string {
  if (requires === undefined) return [...new Set((calls ?? []).map(({ feature }) => feature))].join(', ')
  return Array.isArray(requires) ? requires.join(', ') : requires.anyOf.join(' or ')
}
