'use server'

import { currentVersion } from '@/lib/registry/currentVersion'
import type { Ask } from '../../../guard/demand'
import { guardedAction } from '../../../guard/guardedAction'
import { formData, idText } from '../../../guard/takes'
import { designSide } from '../../../review/designSide'
import type { ReplayState } from '../../../review/replayState'
import { formText } from '../../../server/formText'
import { inThread } from '../../../server/inThread'
import { services } from '../../../server/services'
import { openDesign } from '../openDesign'

const budget = 10_000

/** Holds tasks against the registered schema and that of a design. Whoever may read may ask. */
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
  const current =
    next?.composition &&
    (await currentVersion(store, `${next.composition.provisionerId}/${next.composition.workerType}`))
  if (next === undefined || current === undefined) return { problems: [nothingToCompare] }
  const input = {
    text: formText(form, 'tasks'),
    old: current.payloadSchema,
    next: next.payloadSchema,
    ownPayload: Object.hasOwn(next.composition?.provenance ?? {}, 'payload'),
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
