import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'
import { auditChanges } from '@/lib/compose/secrets/auditChanges'
import { hiddenPlaces } from '@/lib/compose/secrets/checkSecrets'
import { parseDesign } from './parseDesign'

/**
 * What the audit says of the changed places between two texts of a design, without the values of hidden ones; nothing where one of them cannot be
 * read, since nobody knows what in it is a secret.
 */
export function designChanges(
  before: string,
  after: string,
  catalogFor: (pins?: Record<string, string>) => Catalog,
): JsonObject {
  const [old, current] = [readDesign(before), readDesign(after)]
  if (old === undefined || current === undefined) return {}
  const hidden = [old, current].flatMap((design) => hiddenPlaces(design, catalogFor(design.catalog)))
  return auditChanges(asJson(old), asJson(current), hidden)
}

function readDesign(document: string): Design | undefined {
  const parsed = parseDesign(document)
  return parsed.ok ? parsed.value.design : undefined
}

function asJson(design: Design): JsonValue {
  return { ...design }
}
