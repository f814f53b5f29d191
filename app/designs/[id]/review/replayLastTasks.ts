'use server'

import { openDesign } from '@/app/designs/[id]/openDesign'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { formData, idText } from '@/app/guard/takes'
import { designSide } from '@/app/review/designSide'
import type { ReplayState } from '@/app/review/replayState'
import { sideInForce, stateInForce } from '@/app/review/stateInForce'
import { currentSession } from '@/app/server/currentSession'
import { formText } from '@/app/server/formText'
import { inThread } from '@/app/server/inThread'
import { services } from '@/app/server/services'
import { currentVersion } from '@/lib/registry/currentVersion'

const budget = 10_000

/** Holds tasks against the schema in force and that of a design. Whoever may read may ask. */
export const replayLastTasks = guardedAction(
  {
    name: 'replayLastTasks',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): ReplayState => ({ problems: [problem] }),
  },
  [idText, formData],
  replay,
)

async function replay(_ask: Ask, id: string, form: FormData): Promise<ReplayState> {
  const design = await openDesign(String(id))
  const next = designSide(design)
  const { store } = await services()
  if (next?.composition === undefined) return { problems: [nothingToCompare] }
  const taskQueueId = `${next.composition.provisionerId}/${next.composition.workerType}`
  const current = await currentVersion(store, taskQueueId)
  const state = await stateInForce(await currentSession(), taskQueueId, current)
  const old = await sideInForce(state, current, design.opened)
  if (old === undefined) return { problems: [nothingToCompare] }
  const input = {
    text: formText(form, 'tasks'),
    old: old.payloadSchema,
    next: next.payloadSchema,
  }
  const done = await inThread('replay', input, { lane: 'long', budget })
  const replayed = done.ok ? done.value : done
  return replayed.ok ? { problems: [], replay: replayed.value } : { problems: replayed.problems }
}

const nothingToCompare = {
  code: 'nothing-to-compare',
  severity: 'error' as const,
  message: 'There are no two payload schemas to hold tasks against.',
  path: '',
  help: 'Reload the page.',
}
