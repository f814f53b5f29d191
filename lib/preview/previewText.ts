import type { Problem } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import { previewTasks } from './previewTasks'
import { readTasks } from './readTasks'
import type { TaskVerdict } from './taskVerdict'

/** What a preview has come to. Verdicts beyond the first `verdicts.length` are only counted. */
export interface PreviewSummary {
  problems: Problem[]
  counts?: {
    all: number
    runs: number
    refused: number
    fails: number
    /** those that there was no time for: nobody knows */
    undecided: number
  }
  verdicts: TaskVerdict[]
}

export interface PreviewLimits {
  /** looked at after each task */
  outOfTime(): boolean
  /** can ask how far it is, before the first task and after each */
  onProgress(summary: () => PreviewSummary): void
}

/** More rows than a reader reads; those that do not run come first. */
const shownAtMost = 500

/** Reads tasks from a text and says what becomes of each on a worker type. Those that come after the time was up are undecided. */
export function previewText(
  composition: Composition | undefined,
  text: string,
  { outOfTime, onProgress }: PreviewLimits,
): PreviewSummary {
  if (composition?.baseSchema === undefined) {
    const message = 'The design has errors, so there is no payload schema to hold tasks against.'
    return { problems: [{ code: 'no-payload-schema', severity: 'error', message, path: '' }], verdicts: [] }
  }
  const read = readTasks(text, 'pasted')
  if (!read.ok) return { problems: read.problems.map(({ file: _, ...problem }) => problem), verdicts: [] }
  const counts = { all: read.value.length, runs: 0, refused: 0, fails: 0, undecided: read.value.length }
  const bad: TaskVerdict[] = []
  const good: TaskVerdict[] = []
  const summary = (): PreviewSummary => ({
    problems: [],
    counts: { ...counts },
    verdicts: [...bad, ...good].slice(0, shownAtMost).sort((a, b) => a.index - b.index),
  })
  onProgress(summary)
  for (const verdict of previewTasks(composition, read.value)) {
    counts.undecided--
    if (verdict.ok) counts.runs++
    else if (verdict.valid) counts.fails++
    else counts.refused++
    const kept = verdict.ok ? good : bad
    if (kept.length < shownAtMost) kept.push(verdict)
    if (outOfTime()) break
    onProgress(summary)
  }
  return summary()
}
