import type { ReactNode } from 'react'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Panel } from '@/app/_ui/components/Panel'
import { Table } from '@/app/_ui/components/Table'
import { Tabs } from '@/app/_ui/components/Tabs.client'
import { canonicalJson } from '@/lib/base/json'
import type { Inclusion, SchemaComparison } from '@/lib/compare/schemaComparison'
import { reviewReport, type VersionChange } from '@/lib/review/reviewReport'
import { configText, type ReviewSide } from '@/lib/review/reviewSide'
import type { Rollout } from '@/lib/review/rolloutOf'
import { Answer } from './Answer'
import { ChangeGroups } from './ChangeGroups'
import { SideBySideDiff, TextDiff } from './TextDiff'
import { Witness } from './Witness'

/** Two states of a worker type compared: the answer on top, then what it rests on. */
export function Comparison({
  old,
  next,
  comparison,
  compared,
  previewHref,
  before,
  children,
}: {
  old: ReviewSide
  next: ReviewSide
  comparison: SchemaComparison
  /** what was compared with what, in a sentence */
  compared: ReactNode
  /** the preview that payloads can be sent to */
  previewHref?: string
  /** what has to be known before the answer */
  before?: ReactNode
  /** what comes after the changes */
  children?: ReactNode
}) {
  const report = reviewReport(old, next, comparison)
  const [oldText, newText] = [canonicalJson(old.payloadSchema), canonicalJson(next.payloadSchema)]
  const unified = <TextDiff label="Difference of the payload schema" before={oldText} after={newText} />
  const label = 'Payload schemas side by side'
  const both = <SideBySideDiff label={label} heads={[old.label, next.label]} before={oldText} after={newText} />
  return (
    <>
      {before}
      <Answer answer={report} compared={compared} previewHref={previewHref} />
      <Panel title="Changes for tasks" note="By the component that causes them; those that break tasks come first.">
        <ChangeGroups changes={comparison.changes} before={old.label} after={next.label} previewHref={previewHref} />
      </Panel>
      {children}
      <Panel title="Roll-out" note="Old workers that still run meet new tasks, and new workers old ones.">
        <RolloutSteps rollout={report.rollout} backward={report.backward} />
      </Panel>
      <Panel title="Worker configuration" note="Lines that differ, with those around them.">
        <TextDiff
          label="Difference of the worker configuration"
          before={configText(old.composition)}
          after={configText(next.composition)}
        />
      </Panel>
      {report.versions.length > 0 && (
        <Panel title="Catalog and tool" note="Versions of what the two were made with.">
          <VersionChanges changes={report.versions} before={old.label} after={next.label} />
        </Panel>
      )}
      <Panel title="Payload schema" note="Unchanged parts are folded.">
        <Tabs
          label="How to show the difference"
          tabs={[
            { id: 'unified', label: 'Unified', content: unified },
            { id: 'side-by-side', label: 'Side by side', content: both },
          ]}
        />
      </Panel>
    </>
  )
}

/** Catalog entries, and the product itself, that are others than before. */
function VersionChanges({ changes, before, after }: { changes: VersionChange[]; before: string; after: string }) {
  return (
    <Table caption="Versions of catalog and tool" head={['What', capital(before), capital(after)]}>
      {changes.map((change) => (
        <tr key={change.label}>
          <th scope="row">{change.label}</th>
          <td>{change.before}</td>
          <td>{change.after}</td>
        </tr>
      ))}
    </Table>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** In which order a change is rolled out so that it breaks nobody, and what old workers would refuse meanwhile. */
function RolloutSteps({ rollout: { order, sentence, steps }, backward }: { rollout: Rollout; backward: Inclusion }) {
  return (
    <div className="space-y-2 text-sm">
      <p>
        <strong className="font-semibold">{words[order]}</strong> {sentence}
      </p>
      {steps.length > 0 && (
        <ol className="list-decimal space-y-1 pl-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {backward.verdict === 'refuted' && (
        <CollapsibleDetail label="A new task that workers with the old configuration refuse">
          <Witness name="new-task" payload={backward.witness} />
        </CollapsibleDetail>
      )}
      {backward.verdict === 'undecided' && (
        <p className="text-ink-soft">Whether old workers take all new tasks could not be told: {backward.reason}.</p>
      )}
    </div>
  )
}

const words: Record<Rollout['order'], string> = {
  any: 'In any order.',
  'workers first': 'Workers first.',
  'tasks first': 'Tasks first.',
  'tasks, then workers': 'Tasks first, then workers.',
}
