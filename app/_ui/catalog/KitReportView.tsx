import { Check } from 'lucide-react'
import { Code, CodeBlock, InlineCode } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { countWords, ProblemList } from '@/app/_ui/components/Problems'
import { Table } from '@/app/_ui/components/Table'
import { Tag, verdictLooks } from '@/app/_ui/components/Tag'
import type { KitSummary } from '@/lib/testkit/kitSummary'

/** What the test kit found out about an entry: the matrix, the payload schema of each case, and what contradicts. */
export function KitReportView({ summary }: { summary: KitSummary }) {
  const { columns, rows, schemas, contradictions } = summary
  return (
    <div className="space-y-4">
      {contradictions.length === 0 ? (
        <Tag tone="good" icon={Check}>
          No contradictions
        </Tag>
      ) : (
        <div className="space-y-3">
          <Message kind="error" word={countWords(contradictions.length, 'contradiction')}>
            The entry says things that cannot all be true.
          </Message>
          <ProblemList problems={contradictions} none="" />
        </div>
      )}
      {rows.length === 0 ? (
        <p className="text-sm text-ink-soft">Nothing in it depends on an engine.</p>
      ) : (
        <Table caption="Test matrix" head={['Feature', ...columns]}>
          {rows.map(({ feature, title, cells }) => (
            <tr key={feature}>
              <th scope="row" className="min-w-36">
                {title}
                {title !== feature && (
                  <span className="block font-mono text-[0.82rem] font-normal text-ink-soft">{feature}</span>
                )}
              </th>
              {cells.map(({ verdict, reason }, index) => (
                <td key={columns[index]} className="min-w-28">
                  <Tag tone={verdictLooks[verdict].tone} icon={verdictLooks[verdict].icon}>
                    {verdictLooks[verdict].word}
                  </Tag>
                  {reason !== '' && (
                    <p className="mt-1 max-w-64 text-[0.82rem] text-ink-soft">
                      <InlineCode text={reason} />
                    </p>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      <div className="space-y-2">
        {schemas.map(({ names, config, schema, problems }) => (
          <CollapsibleDetail key={names} label={`Payload schema: ${names}`}>
            <div className="space-y-2">
              {config !== '{}' && (
                <p className="text-sm text-ink-soft">
                  With the configuration <Code>{config}</Code>
                </p>
              )}
              {problems.length > 0 && <ProblemList problems={problems} none="" />}
              {schema === null ? (
                <p className="text-sm text-ink-soft">No task can run, so there is none.</p>
              ) : (
                <CodeBlock label={`Payload schema ${names}`} text={schema} />
              )}
            </div>
          </CollapsibleDetail>
        ))}
      </div>
    </div>
  )
}
