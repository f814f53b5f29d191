import type { ReactNode } from 'react'
import { Panel } from '@/app/components/Panel'
import { Tabs } from '@/app/components/Tabs.client'
import { canonicalJson } from '@/lib/base/canonicalJson'
import { configText } from '@/lib/review/configText'
import { reviewReport } from '@/lib/review/reviewReport'
import type { ReviewSide } from '@/lib/review/reviewSide'
import type { SchemaComparison } from '@/lib/schema/compare/schemaComparison'
import { Answer } from './Answer'
import { ChangeGroups } from './ChangeGroups'
import { RolloutSteps } from './RolloutSteps'
import { SideBySideDiff } from './SideBySideDiff'
import { TextDiff } from './TextDiff'
import { VersionChanges } from './VersionChanges'

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
