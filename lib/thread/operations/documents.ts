import type { JsonObject } from '@/lib/base/json'
import { type Problem, type Result, succeed } from '@/lib/base/problem'
import { importPoolText } from '@/lib/bundle/pool/importPool'
import type { Design } from '@/lib/compose/design/design'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { designChanges } from '@/lib/compose/read/designChanges'
import { type ImportOptions, importConfig } from '@/lib/compose/read/importConfig'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { pinVersions } from '@/lib/compose/read/pinVersions'
import { secretsInDocument } from '@/lib/compose/read/secretsInDocument'
import { type CustomEntries, customCatalog } from './entries'
import type { Job } from './job'

/** A worker's configuration file, or a worker pool, and what its user said of it. */
type ImportInput = { text: string } & Pick<ImportOptions, 'file' | 'engine'>

/** The design of a worker's configuration or of a worker pool, as a document that pins the versions of today's catalog. */
export function importDocument({ text, ...named }: ImportInput, job: Job<never, CustomEntries>): Result<string> {
  const catalog = customCatalog(job)
  const imported = importPoolText(text, catalog, named) ?? importDesign(text, { catalog, ...named })
  return imported.ok ? succeed(formatDesign(pinVersions(imported.value, catalog)), imported.problems) : imported
}

function importDesign(text: string, options: ImportOptions): Result<Design> {
  const imported = importConfig(text, options)
  return imported.ok ? succeed(imported.value.design, imported.problems) : imported
}

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
