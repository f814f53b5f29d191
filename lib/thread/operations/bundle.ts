import type { JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { archiveBundle } from '@/lib/bundle/archiveBundle'
import { buildBundle } from '@/lib/bundle/buildBundle'
import { bundleFolderName } from '@/lib/bundle/bundleFile'
import { exampleTasks } from '@/lib/bundle/exampleTasks'
import { catalogVersions } from '@/lib/compose/read/pinVersions'
import { composeSubject, type Subject } from './composeSubject'
import type { CustomEntries } from './entries'
import type { Job } from './job'

export type ArchiveFormat = 'tar.gz' | 'zip'

interface BundleInput {
  subject: Subject
  formats: ArchiveFormat[]
  /** version of the product, for the manifest */
  toolVersion: string
}

export interface Archives {
  /** without the extension */
  name: string
  files: Partial<Record<ArchiveFormat, Uint8Array>>
}

/** The bundle of a design in the formats that are asked for. Fails with its errors. */
export function bundle(
  { subject, formats, toolVersion }: BundleInput,
  job: Job<never, CustomEntries>,
): Result<Archives> {
  const { composition, problems, catalog } = composeSubject(subject, job)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (composition === undefined || errors.length > 0) return fail(errors)
  const versions = { catalogVersions: catalogVersions(composition, catalog), toolVersion }
  const built = buildBundle(composition, catalog, versions)
  if (!built.ok) return built
  const name = bundleFolderName(`${composition.provisionerId}/${composition.workerType}`)
  return succeed({
    name,
    files: Object.fromEntries(formats.map((format) => [format, archiveBundle(built.value, format)])),
  })
}

interface ExamplesInput {
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
