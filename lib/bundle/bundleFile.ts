import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'
import type { DescribedFile } from './readmeFile'

/** One file of a bundle. Paths are relative, with `/`; content is text, written as UTF-8. */
export interface BundleFile {
  path: string
  content: string
  /** permissions: executable or not */
  mode: 0o644 | 0o755
}

/** A text file of the bundle with what it is, as a phrase of Markdown. */
export function describedFile(path: string, what: string, content: string): BundleFile & DescribedFile {
  return { path, what, content, mode: 0o644 }
}

/** The folder of a bundle, inside its archive and where the worker is installed: `<provisionerId>-<workerType>`. */
export function bundleFolderName(taskQueueId: string): string {
  return taskQueueId.replace('/', '-')
}

/** Versions of what a bundle was made from. */
export interface BundleVersions {
  /** by label of the catalog entry: `engine native`, `plugin cache`, `worker taskcluster-worker` */
  catalogVersions: Record<string, string>
  toolVersion: string
}

/** Raised when the meaning of the manifest changes. */
const FORMAT = 1

const VERIFY = `jq -r '.files[] | "\\(.sha256)  \\(.path)"' manifest.json | sha256sum --check --strict`

/** `manifest.json`: every other file with its SHA-256, and what the bundle is and was made from. */
export function manifestFile(composition: Composition, versions: BundleVersions, files: BundleFile[]): string {
  const { provisionerId, workerType, worker, engine, plugins } = composition
  const schema = files.find(({ path }) => path === 'payload-schema.json')
  return canonicalJson({
    format: FORMAT,
    taskQueueId: `${provisionerId}/${workerType}`,
    worker,
    engine,
    plugins,
    payloadSchemaSha256: schema === undefined ? null : sha256(schema.content),
    versions: { catalog: versions.catalogVersions, tool: versions.toolVersion },
    files: files.map(({ path, content, mode }) => ({
      path,
      sha256: sha256(content),
      size: new TextEncoder().encode(content).length,
      mode: mode.toString(8).padStart(4, '0'),
    })),
    verify: VERIFY,
  })
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex')
}
