import { CircleSlash, X } from 'lucide-react'
import { Code, CodeBlock, InlineCode } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Markdown } from '@/app/_ui/components/Markdown'
import { EmptyState, Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { countWords, ProblemList } from '@/app/_ui/components/Problems'
import { Table } from '@/app/_ui/components/Table'
import { Tabs } from '@/app/_ui/components/Tabs.client'
import { Tag } from '@/app/_ui/components/Tag'
import type { Problem } from '@/lib/base/problem'
import type { Composition, Conflict, Restriction } from '@/lib/compose/composition'
import { configText } from '@/lib/review/reviewSide'
import { Matrix } from './Matrix.client'
import { Schemas } from './Schemas'
import { Scopes } from './Scopes'

/** Everything that a design comes to. */
export function CompositionView({
  composition,
  problems,
}: {
  composition: Composition | undefined
  problems: Problem[]
}) {
  const serious = problems.filter(({ severity }) => severity !== 'notice')
  const notices = problems.filter(({ severity }) => severity === 'notice')
  const problemTab = {
    id: 'problems',
    label: <Counted label="Problems" count={serious.length} />,
    content: (
      <Panel>
        <div className="space-y-3">
          {composition !== undefined && <Conflicts conflicts={composition.conflicts} />}
          <ProblemList problems={serious} none="Nothing to say against this design" />
          {notices.length > 0 && (
            <CollapsibleDetail label={countWords(notices.length, 'thing to know', 'things to know')}>
              <ProblemList problems={notices} none="" />
            </CollapsibleDetail>
          )}
        </div>
      </Panel>
    ),
  }
  if (composition === undefined) return <Tabs label="Results" tabs={[problemTab]} />
  const { matrix, restrictions, engine, scopes, workerConfig, documentation } = composition
  const tabs = [
    problemTab,
    {
      id: 'matrix',
      label: 'Support',
      content: (
        <Panel>
          <Matrix matrix={matrix} engine={engine} />
        </Panel>
      ),
    },
    {
      id: 'restrictions',
      label: <Counted label="Restrictions" count={restrictions.length} />,
      content: (
        <Panel>
          <Restrictions restrictions={restrictions} />
        </Panel>
      ),
    },
    {
      id: 'schema',
      label: 'Payload schema',
      content: (
        <Panel>
          <Schemas composition={composition} />
        </Panel>
      ),
    },
    {
      id: 'scopes',
      label: 'Scopes',
      content: (
        <Panel>
          <Scopes scopes={scopes} />
        </Panel>
      ),
    },
    {
      id: 'config',
      label: 'Worker config',
      content: (
        <Panel>
          {workerConfig === null ? (
            <EmptyState title="There is no worker configuration while the engine is unknown." />
          ) : (
            <CodeBlock label="Worker configuration" text={configText({ workerConfig })} />
          )}
        </Panel>
      ),
    },
    {
      id: 'documentation',
      label: 'Documentation',
      content: (
        <Panel>
          {documentation === '' ? (
            <EmptyState title="There is no documentation while the design has errors." />
          ) : (
            <Markdown text={documentation} />
          )}
        </Panel>
      ),
    },
  ]
  return <Tabs label="Results" tabs={tabs} />
}

function Counted({ label, count }: { label: string; count: number }) {
  return (
    <>
      {label}
      <span className="rounded-full bg-sunken px-1.5 text-[0.8rem] tabular-nums">{count}</span>
    </>
  )
}

/** Payload properties that two components declare; the worker would not start. */
function Conflicts({ conflicts }: { conflicts: Conflict[] }) {
  if (conflicts.length === 0) return null
  return (
    <div className="space-y-2">
      {conflicts.map(({ property, components }) => (
        <Message key={property} kind="error" word="Conflict">
          The payload property <Code>{property}</Code> is declared by {components.join(' and ')}. The worker does not
          start with both; leave one of them out.
        </Message>
      ))}
    </div>
  )
}

/** What the registered schema keeps out although the worker's own schema lets it in, and why. */
function Restrictions({ restrictions }: { restrictions: Restriction[] }) {
  if (restrictions.length === 0) {
    return (
      <EmptyState title="No restrictions">
        The engine can do everything that the enabled plugins offer, so the schema is the worker's own.
      </EmptyState>
    )
  }
  return (
    <Table stack caption="Restrictions" head={['What', 'Places in the payload', 'Why', 'Otherwise the worker would']}>
      {restrictions.map((restriction) => (
        <tr key={restriction.id}>
          <th scope="row" className="min-w-36">
            {restriction.title}
            <span className="block text-[0.82rem] font-normal text-ink-soft">{restriction.component}</span>
          </th>
          <td>
            <ul>
              {restriction.paths.map((path) => (
                <li key={path}>
                  <Code>{path === '' ? '(whole payload)' : path}</Code>
                </li>
              ))}
            </ul>
          </td>
          <td className="min-w-56">
            <InlineCode text={restriction.reason} />
            {restriction.missing.length > 0 && (
              <span className="block text-[0.82rem] text-ink-soft">
                Missing in {restriction.engine}: {restriction.missing.join(', ')}
              </span>
            )}
          </td>
          <td>
            {restriction.kind === 'refused' ? (
              <Tag tone="bad" icon={X}>
                refuse the task
              </Tag>
            ) : (
              <Tag tone="warn" icon={CircleSlash}>
                run it with less
              </Tag>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
