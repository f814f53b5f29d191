import { CodeBlock } from '@/app/components/CodeBlock'
import { EmptyState } from '@/app/components/EmptyState'
import { FoldLink } from '@/app/components/FoldLink'
import { Markdown } from '@/app/components/Markdown'
import { Panel } from '@/app/components/Panel'
import { Tabs } from '@/app/components/Tabs.client'
import type { Problem } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import { configText } from '@/lib/review/configText'
import { Conflicts } from './Conflicts'
import { countWords } from './countWords'
import { Matrix } from './Matrix.client'
import { ProblemList } from './ProblemList'
import { Restrictions } from './Restrictions'
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
            <FoldLink label={countWords(notices.length, 'thing to know', 'things to know')}>
              <ProblemList problems={notices} none="" />
            </FoldLink>
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
