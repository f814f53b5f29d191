'use client'

import { Check, CircleSlash, OctagonX, Plus } from 'lucide-react'
import { startTransition, useEffect, useRef, useState } from 'react'
import { Code, InlineCode } from '@/app/_ui/components/Code'
import { EmptyState } from '@/app/_ui/components/Message'
import { Problems } from '@/app/_ui/components/Problems'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import { TextLink } from '@/app/_ui/components/TextLink'
import type { ReplayState } from '@/app/_ui/forms/actionStates'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'
import { lastTasks } from '@/app/_ui/tasks/lastTasks.client'
import type { Replay, TaskFate } from '@/lib/review/replayTasks'

const looks: Record<TaskFate, { tone: 'bad' | 'good' | 'plain'; icon: typeof Check; word: string }> = {
  stops: { tone: 'bad', icon: OctagonX, word: 'stop working' },
  starts: { tone: 'good', icon: Plus, word: 'work only now' },
  works: { tone: 'good', icon: Check, word: 'work as before' },
  refused: { tone: 'plain', icon: CircleSlash, word: 'refused as before' },
}
const fates = ['stops', 'starts', 'works', 'refused'] as const

/** What becomes of the tasks of the last preview of a worker type in this browser. */
export function ReplayTasks({
  taskQueueId,
  previewHref,
  replay,
}: {
  taskQueueId: string
  previewHref: string
  replay: (form: FormData) => Promise<ReplayState>
}) {
  const [state, action, pending] = useFormAction<ReplayState>(replay, { problems: [] })
  const [hasTasks, setHasTasks] = useState<boolean>()
  const sent = useRef(false)
  useEffect(() => {
    if (sent.current) return
    sent.current = true
    const tasks = lastTasks(taskQueueId)
    setHasTasks(tasks !== null)
    if (tasks === null) return
    const form = new FormData()
    form.set('tasks', tasks)
    startTransition(() => action(form))
  }, [taskQueueId, action])
  if (hasTasks === false)
    return (
      <EmptyState title="No tasks are at hand">
        <TextLink href={previewHref}>Preview real tasks</TextLink> of this worker type, and come back: they are held
        against both payload schemas here.
      </EmptyState>
    )
  return (
    <div className="space-y-3">
      <Problems problems={state.problems} />
      {state.replay === undefined ? (
        <p role="status" className="text-sm text-ink-soft">
          {pending || hasTasks === undefined ? 'Checking the tasks of your last preview …' : ''}
        </p>
      ) : (
        <Fates replay={state.replay} />
      )}
    </div>
  )
}

function Fates({ replay: { counts, tasks } }: { replay: Replay }) {
  return (
    <>
      <p role="status" className="flex flex-wrap gap-2 text-sm">
        {fates
          .filter((fate) => counts[fate] > 0)
          .map((fate) => (
            <Tag key={fate} tone={looks[fate].tone} icon={looks[fate].icon}>
              {counts[fate]} {looks[fate].word}
            </Tag>
          ))}
      </p>
      {tasks.length > 0 && (
        <Table stack caption="Tasks that a registration changes" head={['No.', 'Task', 'Becomes', 'Why']}>
          {tasks.map(({ index, name, fate, violations }) => (
            <tr key={index}>
              <td className="tabular-nums">{index + 1}</td>
              <th scope="row">{name}</th>
              <td>
                <Tag tone={looks[fate].tone} icon={looks[fate].icon}>
                  {fate === 'stops' ? 'stops working' : 'works only now'}
                </Tag>
              </td>
              <td>
                {violations.map(({ path, message }) => (
                  <span key={`${path} ${message}`} className="block">
                    <Code>{`payload${path}`}</Code> <InlineCode text={message} />
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
