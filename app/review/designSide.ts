import 'server-only'
import type { ComposedText } from '@/app/server/composeText'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import type { ReviewSide } from '@/lib/review/reviewSide'
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
