import 'server-only'
import { type OpenedCatalog, openCatalog } from '@/app/_server/catalog/openCatalog'
import type { DesignText } from '@/app/_server/services/composeText'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import { textAnswer } from '@/app/_server/services/textAnswer'
import type { Problem, Result } from '@/lib/base/problem'
import { bundleFolderName } from '@/lib/bundle/bundleFile'
import { type BundleFormat, readVersionBundle } from '@/lib/registry/versions/versions'
import type { ArchiveFormat, Archives } from '@/lib/thread/operations/bundle'
import type { Subject } from '@/lib/thread/operations/composeSubject'
import { toolVersion } from '@/lib/toolVersion'
import { readPublicVersion, type VersionAddress } from './openWorkerType'

const types = { 'tar.gz': 'application/gzip', zip: 'application/zip' }

/** The bundle of a design as a file to download; 409 with the reasons where there is none. */
export async function bundleAnswer({ document, opened }: DesignText, format: ArchiveFormat): Promise<Response> {
  const bundle = await bundleArchives({ document }, opened, [format])
  if (!bundle.ok) return refusal(bundle.problems)
  const { name, files } = bundle.value
  const archive = files[format]
  if (archive === undefined) throw new Error('the thread has left out a format')
  return archiveAnswer(archive, name, format)
}

/** An archive as a file to download. */
function archiveAnswer(archive: Uint8Array, name: string, format: ArchiveFormat): Response {
  return new Response(Buffer.from(archive), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

function refusal(errors: Problem[]): Response {
  const lines = errors.map(({ path, message, help }) =>
    `- ${path === '' ? '' : `${path}: `}${message} ${help ?? ''}`.trimEnd(),
  )
  return textAnswer(409, `There is no bundle of this design:\n\n${lines.join('\n')}\n`)
}

/** The bundle of a design in the formats that are asked for. Problems: its errors, and those of `inThread`. */
export async function bundleArchives(
  subject: Subject,
  opened: OpenedCatalog,
  formats: ArchiveFormat[],
): Promise<Result<Archives>> {
  const done = await inThread('bundle', { subject, formats, toolVersion }, { opened })
  return done.ok ? done.value : done
}

/**
 * The bundle of a version as it was when it was registered, the same bytes for ever. One of which no bundle was kept is composed from its
 * design with today's catalog.
 */
export async function versionBundle(address: VersionAddress, format: BundleFormat): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return textAnswer(404, 'No such version of a worker type is registered.\n')
  const { store } = await services()
  const kept = await readVersionBundle(store, version, format)
  if (kept === undefined) return bundleAnswer({ document: version.designYaml, opened: await openCatalog() }, format)
  const name = bundleFolderName(version.taskQueueId)
  return archiveAnswer(kept, address.number === undefined ? name : `${name}-${address.number}`, format)
}
