import type { JsonObject } from '@/lib/base/json'
import { exampleTasks } from '@/lib/bundle/exampleTasks'
import type { Job } from '@/lib/thread/job'
import { composeSubject, type Subject } from './composeSubject'
import type { CustomEntries } from './customCatalog'

export interface ExamplesInput {
  subject: Subject
  /** the payload schema that they satisfy, where it is not the one that the design comes to */
  schema?: JsonObject
}

/** Example tasks of a design by their size; none where no task can run. */
export function examples({ subject, schema }: ExamplesInput, job: Job<never, CustomEntries>): [string, JsonObject][] {
  const { composition } = composeSubject(subject, job)
  const satisfied = schema ?? composition?.effectiveSchema
  return composition === undefined || satisfied === undefined ? [] : [...exampleTasks(composition, satisfied)]
}
