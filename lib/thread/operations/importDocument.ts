import { type Result, succeed } from '@/lib/base/problem'
import { importPoolText } from '@/lib/bundle/pool/importPoolText'
import type { Design } from '@/lib/compose/design'
import { formatDesign } from '@/lib/compose/formatDesign'
import { type ImportOptions, importConfig } from '@/lib/compose/importConfig'
import { pinVersions } from '@/lib/compose/pinVersions'
import type { Job } from '@/lib/thread/job'
import { type CustomEntries, customCatalog } from './customCatalog'

/** A worker's configuration file, or a worker pool, and what its user said of it. */
export type ImportInput = { text: string } & Pick<ImportOptions, 'file' | 'engine'>

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
