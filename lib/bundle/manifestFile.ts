import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/base/canonicalJson'
import type { Composition } from '@/lib/compose/composition'
import type { BundleFile } from './bundleFile'

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
