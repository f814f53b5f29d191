import { Check, CircleHelp, CircleSlash, TriangleAlert, X } from 'lucide-react'
import { Code, InlineCode } from '@/app/_ui/components/Code'
import { Table } from '@/app/_ui/components/Table'
import { severityLooks, Tag } from '@/app/_ui/components/Tag'
import type { PreviewSummary } from '@/lib/preview/previewText'
import type { TaskVerdict } from '@/lib/preview/taskVerdict'

/** What becomes of each task, and why. */
export function VerdictTable({
  counts,
  verdicts,
}: {
  counts: NonNullable<PreviewSummary['counts']>
  verdicts: TaskVerdict[]
}) {
  return (
    <div className="space-y-3">
      <p role="status" className="flex flex-wrap gap-2 text-sm">
        <span className="font-medium">
          {counts.all} {counts.all === 1 ? 'task' : 'tasks'}:
        </span>
        <Tag tone="good" icon={Check}>
          {counts.runs} run
        </Tag>
        {counts.refused > 0 && (
          <Tag tone="bad" icon={X}>
            {counts.refused} refused by the Queue
          </Tag>
        )}
        {counts.fails > 0 && (
          <Tag tone="bad" icon={CircleSlash}>
            {counts.fails} refused by the worker
          </Tag>
        )}
        {counts.undecided > 0 && (
          <Tag tone="warn" icon={CircleHelp}>
            {counts.undecided} undecided
          </Tag>
        )}
        {verdicts.length < counts.all - counts.undecided && (
          <span className="text-ink-soft">The first {verdicts.length} are shown.</span>
        )}
      </p>
      <Table stack caption="Verdicts" head={['No.', 'Task', 'Verdict', 'Why']}>
        {verdicts.map((verdict) => (
          <tr key={verdict.index}>
            <td className="tabular-nums">{verdict.index + 1}</td>
            <th scope="row" className="min-w-32">
              {verdict.name === '' ? <span className="text-ink-soft">unnamed</span> : verdict.name}
            </th>
            <td>
              <VerdictTag verdict={verdict} />
            </td>
            <td className="min-w-64">
              <Reasons verdict={verdict} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

function VerdictTag({ verdict }: { verdict: TaskVerdict }) {
  if (!verdict.valid)
    return (
      <Tag tone="bad" icon={X}>
        refused by the Queue
      </Tag>
    )
  if (!verdict.ok)
    return (
      <Tag tone="bad" icon={CircleSlash}>
        refused by the worker
      </Tag>
    )
  if (verdict.findings.length > 0)
    return (
      <Tag tone="warn" icon={TriangleAlert}>
        runs, with remarks
      </Tag>
    )
  return (
    <Tag tone="good" icon={Check}>
      runs
    </Tag>
  )
}

function Reasons({ verdict: { errors, findings } }: { verdict: TaskVerdict }) {
  if (errors.length + findings.length === 0) return <span className="text-ink-soft">–</span>
  return (
    <ul className="space-y-1.5">
      {errors.map((error) => (
        <li key={`${error.path} ${error.message}`}>
          <Code>{error.path === '' ? 'payload' : `payload${error.path}`}</Code> <InlineCode text={error.message} />
          {error.restriction !== undefined && (
            <span className="block text-[0.82rem] text-ink-soft">
              Restriction {error.restriction.id} of {error.restriction.component}
            </span>
          )}
        </li>
      ))}
      {findings.map((finding) => (
        <li key={`${finding.id} ${finding.path} ${finding.message}`}>
          <Tag tone={severityLooks[finding.severity].tone} icon={severityLooks[finding.severity].icon}>
            {severityLooks[finding.severity].word}
          </Tag>{' '}
          <Code>{finding.path === '' ? 'payload' : `payload${finding.path}`}</Code>{' '}
          <InlineCode text={finding.message} />
          <span className="block text-[0.82rem] text-ink-soft">Not enforced by the Queue; the worker says it.</span>
        </li>
      ))}
    </ul>
  )
}
