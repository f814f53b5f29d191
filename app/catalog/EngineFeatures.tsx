import { Check, Info, X } from 'lucide-react'
import { Panel } from '@/app/components/Panel'
import { Table } from '@/app/components/Table'
import { Tag } from '@/app/components/Tag'
import { InlineCode } from '@/app/results/InlineCode'
import type { EngineEntry } from '@/lib/catalog/entry'

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
