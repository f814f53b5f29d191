import { type Result, succeed } from '../../base/problem'
import { importPoolText } from '../../bundle/pool/importPoolText'
import type { Design } from '../../compose/design'
import { formatDesign } from '../../compose/formatDesign'
import { type ImportOptions, importConfig } from '../../compose/importConfig'
import { pinVersions } from '../../compose/pinVersions'
import type { Job } from '../job'
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
