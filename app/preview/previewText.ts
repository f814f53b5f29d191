import 'server-only'
import type { Composition } from '@/lib/compose/composition'
import { previewTasks } from '@/lib/preview/previewTasks'
import { readTasks } from '@/lib/preview/readTasks'
import type { PreviewState } from './previewState'

/** More rows than a reader reads; those that do not run come first. */
const shownAtMost = 500

/** Reads tasks from a text and says what becomes of each on a worker type. */
export function previewText(composition: Composition | undefined, text: string): PreviewState {
  if (composition?.baseSchema === undefined) {
    const message = 'The design has errors, so there is no payload schema to hold tasks against.'
    return { problems: [{ code: 'no-payload-schema', severity: 'error', message, path: '' }], verdicts: [] }
  }
  const tasks = readTasks(text, 'pasted')
  if (!tasks.ok) return { problems: tasks.problems.map(({ file: _, ...problem }) => problem), verdicts: [] }
  const counts = { all: 0, runs: 0, refused: 0, fails: 0 }
  const bad: PreviewState['verdicts'] = []
  const good: PreviewState['verdicts'] = []
  for (const verdict of previewTasks(composition, tasks.value)) {
    counts.all++
    if (verdict.ok) counts.runs++
    else if (verdict.valid) counts.fails++
    else counts.refused++
    const kept = verdict.ok ? good : bad
    if (kept.length < shownAtMost) kept.push(verdict)
  }
  const verdicts = [...bad, ...good].slice(0, shownAtMost).sort((a, b) => a.index - b.index)
  return { problems: [], counts, verdicts }
}
