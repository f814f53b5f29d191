import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Design } from '@/lib/compose/design'
import { designChanges } from '@/lib/compose/designChanges'
import { parseDesign } from '@/lib/compose/parseDesign'
import { secretsInDocument } from '@/lib/compose/secretsInDocument'
import type { Job } from '@/lib/thread/job'
import { type CustomEntries, customCatalog } from './customCatalog'

/** What is known of a text before it is kept as a draft. */
export interface DraftReport {
  /** which worker type it is for; absent while it is no design */
  identity?: Pick<Design, 'provisionerId' | 'workerType'>
  /** the secrets in it, as problems */
  secrets: Problem[]
  /** what differs from the text before it, for the audit */
  changes: JsonObject
}

/** Looks at a text that somebody wants to keep, in the place of another one or as a new one. */
export function inspectDraft(
  { document, before }: { document: string; before?: string },
  job: Pick<Job<never, CustomEntries>, 'base'>,
): DraftReport {
  const catalogFor = (pins?: Record<string, string>) => customCatalog(job, pins)
  const parsed = parseDesign(document)
  return {
    ...(parsed.ok ? { identity: identityOf(parsed.value.design) } : {}),
    secrets: secretsInDocument(document, catalogFor),
    changes: before === undefined ? {} : designChanges(before, document, catalogFor),
  }
}

function identityOf({ provisionerId, workerType }: Design) {
  return { provisionerId, workerType }
}
