'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { Panel } from '@/app/_ui/components/Panel'
import { Problems } from '@/app/_ui/components/Problems'
import { TextOrFile } from '@/app/_ui/forms/TextOrFile.client'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'
import type { PreviewSummary } from '@/lib/preview/previewText'
import { rememberTasks } from './lastTasks.client'
import { VerdictTable } from './VerdictTable'

const limit = 10_000_000

/** Tasks in, verdicts out. The text stays whatever the answer is. */
export function PreviewForm({
  taskQueueId,
  examples,
  preview,
}: {
  /** whose tasks they are: they are kept for its review */
  taskQueueId?: string
  examples: { name: string; text: string }[]
  preview: (form: FormData) => Promise<PreviewSummary>
}) {
  const [text, setText] = useState('')
  const send = async (form: FormData) => {
    const answer = await preview(form)
    if (taskQueueId !== undefined && answer.counts?.undecided === 0) rememberTasks(taskQueueId, text)
    return answer
  }
  const [state, action, pending] = useFormAction<PreviewSummary>(send, { problems: [], verdicts: [] })
  useEffect(() => {
    const sent = sentTasks(window.location.hash)
    if (sent !== undefined) setText(sent)
  }, [])
  return (
    <div className="space-y-5">
      <Panel title="Tasks">
        <form action={action} className="space-y-3">
          {examples.length > 0 && (
            <div className="flex flex-wrap items-center gap-2">
              <span className="text-sm text-ink-soft">Examples:</span>
              {examples.map((example) => (
                <Button key={example.name} size="sm" onClick={() => setText(example.text)}>
                  {example.name}
                </Button>
              ))}
            </div>
          )}
          <TextOrFile
            id="tasks"
            name="tasks"
            label="Task definitions or bare payloads"
            description="JSON, YAML (one or several documents, or a list) or one JSON object a line."
            accept=".json,.yml,.yaml,.ndjson,.jsonl,text/*"
            limit={limit}
            text={text}
            setText={setText}
            rows={16}
          />
          <Button type="submit" variant="primary" disabled={pending || text.trim() === '' || text.length > limit}>
            {pending ? 'Checking …' : 'Check these tasks'}
          </Button>
        </form>
      </Panel>
      <Problems problems={state.problems} />
      {state.counts !== undefined && (
        <Panel title="Verdicts">
          <VerdictTable counts={state.counts} verdicts={state.verdicts} />
        </Panel>
      )}
    </div>
  )
}

/** Tasks that another page has put into the address, where they never reach the server. */
function sentTasks(hash: string): string | undefined {
  const sent = /^#tasks=(.*)$/s.exec(hash)?.[1]
  if (sent === undefined) return undefined
  try {
    return decodeURIComponent(sent)
  } catch {
    return undefined
  }
}
