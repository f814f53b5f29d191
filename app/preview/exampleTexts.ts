import 'server-only'
import { exampleTasks } from '@/lib/bundle/exampleTasks'
import type { Composition } from '@/lib/compose/composition'

/** Tasks that the worker type runs, as texts to start from. */
export function exampleTexts(composition: Composition | undefined): { name: string; text: string }[] {
  if (composition?.effectiveSchema === undefined) return []
  return [...exampleTasks(composition, composition.effectiveSchema)].map(([name, task]) => ({
    name,
    text: `${JSON.stringify(task, null, 2)}\n`,
  }))
}
