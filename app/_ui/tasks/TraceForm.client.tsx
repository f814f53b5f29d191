'use client'

import { Download } from 'lucide-react'
import { startTransition, useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { Panel } from '@/app/_ui/components/Panel'
import { Problems } from '@/app/_ui/components/Problems'
import type { TraceState } from '@/app/_ui/forms/actionStates'
import { TextOrFile } from '@/app/_ui/forms/TextOrFile.client'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'
import { Resolution } from './Resolution'
import { TraceViewer } from './TraceViewer.client'

/** As many characters as the server takes bytes. */
const limit = 256 * 1024
const formats = [
  { format: 'text', label: 'Text' },
  { format: 'json', label: 'JSON' },
  { format: 'mermaid', label: 'Mermaid' },
]

/** A task in, its way through the worker out. The text stays whatever the answer is. `fileHref` is where files of a trace come from. */
export function TraceForm({
  examples,
  trace,
  fileHref,
}: {
  examples: { name: string; text: string }[]
  trace: (form: FormData) => Promise<TraceState>
  fileHref: string
}) {
  const [state, action, pending] = useFormAction<TraceState>(trace, { problems: [] })
  const [text, setText] = useState('')
  const [fails, setFails] = useState(false)
  const { traced } = state

  const start = (example: string) => {
    setText(example)
    const form = new FormData()
    form.set('tasks', example)
    if (fails) form.set('fails', 'on')
    startTransition(() => action(form))
  }
  return (
    <div className="space-y-5">
      <Panel title="Task">
        <form action={action} className="space-y-3">
          <Problems problems={state.problems} />
          {examples.length > 0 && (
            <div className="flex flex-wrap items-center gap-2">
              <span className="text-sm text-ink-soft">Examples:</span>
              {examples.map((example) => (
                <Button key={example.name} size="sm" disabled={pending} onClick={() => start(example.text)}>
                  {example.name}
                </Button>
              ))}
            </div>
          )}
          <TextOrFile
            id="tasks"
            name="tasks"
            label="Task definition or bare payload"
            description="JSON or YAML. Without a definition nobody knows the scopes of the task."
            accept=".json,.yml,.yaml,text/*"
            limit={limit}
            text={text}
            setText={setText}
            rows={8}
          />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button type="submit" variant="primary" disabled={pending || text.trim() === '' || text.length > limit}>
              {pending ? 'Tracing …' : 'Trace this task'}
            </Button>
            <label className="flex min-h-9 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="fails"
                className="size-4 accent-(--accent)"
                checked={fails}
                onChange={(event) => setFails(event.target.checked)}
              />
              Its command does not succeed
            </label>
          </div>
        </form>
      </Panel>
      {traced !== undefined && (
        <Panel
          title="Its way through the worker"
          actions={
            <form method="post" action={fileHref} encType="multipart/form-data" className="flex flex-wrap gap-2">
              <input type="hidden" name="tasks" value={traced.text} />
              {traced.fails && <input type="hidden" name="fails" value="on" />}
              {formats.map(({ format, label }) => (
                <Button key={format} type="submit" name="format" value={format} size="sm">
                  <Download aria-hidden />
                  {label}
                </Button>
              ))}
            </form>
          }
        >
          <div className="space-y-4">
            <Resolution traced={traced} />
            <TraceViewer key={JSON.stringify([traced.text, traced.fails])} view={traced.view} />
            {traced.view.notReached.length > 0 && <NotReached view={traced.view} />}
          </div>
        </Panel>
      )}
    </div>
  )
}

function NotReached({ view: { notReached, allNotReached } }: { view: NonNullable<TraceState['traced']>['view'] }) {
  return (
    <section>
      <h3 className="text-sm font-medium">Not reached, because the task had ended</h3>
      <ul className="mt-1 ml-4 list-disc text-sm text-ink-soft">
        {notReached.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be the same in every word
          <li key={index}>{words}</li>
        ))}
        {allNotReached > notReached.length && <li>and {allNotReached - notReached.length} more</li>}
      </ul>
    </section>
  )
}
