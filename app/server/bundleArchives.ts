import 'server-only'
import { archiveBundle } from '@/lib/bundle/archiveBundle'
import { buildBundle } from '@/lib/bundle/buildBundle'
import type { Catalog } from '@/lib/catalog/entry'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import type { Composition } from '@/lib/compose/composition'
import { toolVersion } from '@/lib/toolVersion'

/** The bundle of a composition in both formats, to be kept with its version; empty where there is none. */
export function bundleArchives(
  composition: Composition,
  catalog: Catalog,
): Partial<Record<'tar.gz' | 'zip', Uint8Array>> {
  const bundle = buildBundle(composition, catalog, {
    catalogVersions: catalogVersions(composition, catalog),
    toolVersion,
  })
  if (!bundle.ok) return {}
  return { 'tar.gz': archiveBundle(bundle.value, 'tar.gz'), zip: archiveBundle(bundle.value, 'zip') }
}
