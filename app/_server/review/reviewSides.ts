import 'server-only'
import type { OpenedCatalog } from '@/app/_server/catalog/openCatalog'
import { type ComposedText, composeText } from '@/app/_server/services/composeText'
import type { SchemaComparison } from '@/lib/compare/schemaComparison'
import { catalogVersions } from '@/lib/compose/read/pinVersions'
import type { Version } from '@/lib/registry/versions/version'
import { originsOf } from '@/lib/review/compareInTime'
import type { ReviewSide } from '@/lib/review/reviewSide'
import { compareInWorker } from '@/lib/thread/compareInWorker'
import { toolVersion } from '@/lib/toolVersion'

/** A design to compare; undefined while it comes to no payload schema. */
export function designSide({ composition, catalog }: ComposedText): ReviewSide | undefined {
  if (composition?.effectiveSchema === undefined) return undefined
  return {
    label: 'this design',
    payloadSchema: composition.effectiveSchema,
    composition,
    catalogVersions: catalogVersions(composition, catalog),
    toolVersion,
  }
}

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

/** Compares the schemas of two states of a worker type in a thread of its own, within the time budget. */
export function compareSides(old: ReviewSide, next: ReviewSide): Promise<SchemaComparison> {
  return compareInWorker(old.payloadSchema, next.payloadSchema, { origins: originsOf(old, next) })
}
