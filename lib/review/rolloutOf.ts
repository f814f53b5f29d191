import type { SchemaChange, SchemaComparison } from '@/lib/compare/schemaComparison'

/** In which order a change reaches tasks, Queue and workers without breaking anybody. */
export interface Rollout {
  order: 'any' | 'workers first' | 'tasks first' | 'tasks, then workers'
  /** why, as one sentence */
  sentence: string
  steps: string[]
}

const replaceWorkers =
  'Start workers with the new configuration, and wait until the last worker with the old one has ended.'
const changeTasks = 'Change whatever makes tasks that the new schema refuses.'
const drain = 'Wait until no such task is pending or running any more.'
const register = 'Register the new version: from then on the Queue goes by the new schema.'
const sendNew = 'Only now send tasks that the old schema refuses.'

/**
 * The order of steps in which no task meets a Queue or a worker that refuses it. While a change is rolled out, old workers meet new tasks
 * (`backward`) and new workers old tasks (`forward`). What is not proved counts as a break.
 */
export function rolloutOf({ forward, backward }: Pick<SchemaComparison, 'forward' | 'backward'>): Rollout {
  const [keeps, fits] = [forward.verdict === 'proved', backward.verdict === 'proved']
  if (keeps && fits)
    return {
      order: 'any',
      sentence: 'Old and new workers take the same tasks, so the order does not matter.',
      steps: [],
    }
  if (keeps)
    return {
      order: 'workers first',
      sentence: `The schema gets wider: workers that still have the old configuration ${may(backward.verdict)} refuse new tasks.`,
      steps: [replaceWorkers, register, sendNew],
    }
  if (fits)
    return {
      order: 'tasks first',
      sentence: `The schema gets narrower: the Queue and new workers ${may(forward.verdict)} refuse tasks that work today.`,
      steps: [changeTasks, drain, register, replaceWorkers],
    }
  return {
    order: 'tasks, then workers',
    sentence: 'Each of the two schemas takes tasks that the other one refuses, or may do so.',
    steps: [changeTasks, drain, replaceWorkers, register, sendNew],
  }
}

function may(verdict: 'proved' | 'refuted' | 'undecided'): string {
  return verdict === 'undecided' ? 'may' : 'will'
}

/** The changes that one component has caused. */
export interface ChangeGroup {
  /** `plugin cache`; undefined for what no component is known to have caused */
  component: string | undefined
  changes: SchemaChange[]
}

/** Changes by component, in the order of the changes: a component with one that breaks tasks comes before others. */
export function groupChanges(changes: readonly SchemaChange[]): ChangeGroup[] {
  const groups = new Map<string | undefined, SchemaChange[]>()
  for (const change of changes) {
    const group = groups.get(change.component)
    if (group === undefined) groups.set(change.component, [change])
    else group.push(change)
  }
  return [...groups].map(([component, group]) => ({ component, changes: group }))
}
