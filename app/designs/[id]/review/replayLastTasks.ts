'use server'

import { readTasks } from '@/lib/preview/readTasks'
import { currentVersion } from '@/lib/registry/currentVersion'
import { replayTasks } from '@/lib/review/replayTasks'
import type { Ask } from '../../../guard/demand'
import { guardedAction } from '../../../guard/guardedAction'
import { designSide } from '../../../review/designSide'
import type { ReplayState } from '../../../review/replayState'
import { versionSide } from '../../../review/versionSide'
import { formText } from '../../../server/formText'
import { services } from '../../../server/services'
import { openDesign } from '../openDesign'

/** Holds tasks against the registered schema and that of a design. Whoever may read may ask. */
export const replayLastTasks = guardedAction(
  {
    name: 'replayLastTasks',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): ReplayState => ({ problems: [problem] }),
  },
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
  const tasks = readTasks(formText(form, 'tasks'), 'last preview')
  if (!tasks.ok) return { problems: tasks.problems.map(({ file: _, ...problem }) => problem) }
  return { problems: [], replay: replayTasks(tasks.value, versionSide(current, design.opened), next) }
}

const nothingToCompare = {
  code: 'nothing-to-compare',
  severity: 'error' as const,
  message: 'There are no two payload schemas to hold tasks against.',
  path: '',
  help: 'Reload the page.',
}
