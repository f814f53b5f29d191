import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { Catalog } from '@/lib/catalog/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import type { Job } from '@/lib/thread/job'

/** What the jobs on designs rest on: all versions of the custom entries that there are. */
export type CustomEntries = readonly CustomEntry[]

/** The same with an id that changes when they do. */
export interface CatalogBase {
  id: string
  value: CustomEntries
}

/** The catalog of this job, with the versions that a design pins where they are there. */
export function customCatalog(
  { base }: Pick<Job<never, CustomEntries>, 'base'>,
  pins?: Record<string, string>,
): Catalog {
  return withCustomEntries(loadCatalog(), base?.value ?? [], pins)
}
