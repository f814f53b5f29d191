import type { Job } from '@/lib/thread/job'
import { type Composed, composeSubject, type Subject } from './composeSubject'
import type { CustomEntries } from './customCatalog'

/** What a design comes to, for somebody who has the catalog already. */
export function compose(subject: Subject, job: Job<never, CustomEntries>): Omit<Composed, 'catalog'> {
  const { catalog: _, ...composed } = composeSubject(subject, job)
  return composed
}
