import 'server-only'
import { composeText } from '@/app/server/composeText'
import type { OpenedCatalog } from '@/app/server/openCatalog'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import type { Version } from '@/lib/registry/version'
import type { ReviewSide } from '@/lib/review/reviewSide'

/** A registered version to compare: its schema as it was registered, the rest as its design comes to today. */
export async function versionSide(version: Version, opened: OpenedCatalog): Promise<ReviewSide> {
  const { composition, catalog } = await composeText({ document: version.designYaml, opened })
  const composed = composition === undefined ? {} : catalogVersions(composition, catalog)
  return {
    label: `version ${version.number}`,
    payloadSchema: version.payloadSchema,
    ...(composition === undefined ? {} : { composition }),
    catalogVersions: composition?.design.catalog ?? composed,
    ...(version.toolVersion === null ? {} : { toolVersion: version.toolVersion }),
  }
}
