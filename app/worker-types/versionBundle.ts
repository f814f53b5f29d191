import 'server-only'
import { archiveAnswer, bundleAnswer } from '@/app/server/bundleAnswer'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import { textAnswer } from '@/app/server/textAnswer'
import { bundleFolderName } from '@/lib/bundle/bundleFolderName'
import { type BundleFormat, readVersionBundle } from '@/lib/registry/readVersionBundle'
import { readPublicVersion, type VersionAddress } from './readPublicVersion'

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
