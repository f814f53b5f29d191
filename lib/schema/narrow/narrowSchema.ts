import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { SchemaOrBoolean } from '@/lib/schema/document/mapSubschemas'
import { conjoin, narrowKeyword } from './narrowKeyword'

/**
 * The conjunction of a schema and an overlay, written as one plain schema wherever a keyword allows it: bounds tighten, enums
 * intersect, properties meet in depth, the rest goes into `allOf`. The result never accepts what `schema` refuses: an overlay on a
 * property that a closed object does not have is skipped, and a property narrowed to nothing disappears from a closed object.
 * Returns `false` where nothing is left. The inputs are not changed.
 */
export function narrowSchema(schema: SchemaOrBoolean, overlay: SchemaOrBoolean): SchemaOrBoolean {
  if (schema === false || overlay === false) return false
  if (overlay === true || Object.keys(overlay).length === 0) return schema
  if (schema === true) return overlay
  // Draft-06 ignores the siblings of $ref.
  if ('$ref' in schema) return { allOf: [schema, overlay] }
  if ('$ref' in overlay) return conjoin(schema, overlay)
  const wanted = Object.fromEntries(Object.entries(overlay).filter(([keyword]) => !isVacuous(keyword, schema.type)))
  const together = inseparable(schema, wanted)
  let result: JsonObject = schema
  for (const [keyword, value] of Object.entries(wanted)) {
    if (together.includes(keyword)) continue
    const next = narrowKeyword(result, keyword, value, narrowSchema)
    if (next === false) return false
    result = next
  }
  if (together.length === 0) return result
  return conjoin(result, Object.fromEntries(Object.entries(wanted).filter(([keyword]) => together.includes(keyword))))
}

const FAMILIES = [
  {
    by: ['additionalProperties', 'patternProperties'],
    members: ['properties', 'patternProperties', 'additionalProperties'],
  },
  { by: ['additionalItems'], members: ['items', 'additionalItems'] },
  { by: ['if', 'then', 'else'], members: ['if', 'then', 'else'] },
]

const SPEAKS_OF = new Map<string, string>([
  ...['items', 'additionalItems', 'contains', 'uniqueItems', 'minItems', 'maxItems'].map(
    (keyword) => [keyword, 'array'] as const,
  ),
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required', 'dependencies'].map(
    (keyword) => [keyword, 'object'] as const,
  ),
  ...['minProperties', 'maxProperties'].map((keyword) => [keyword, 'object'] as const),
])

/** A keyword about lists says nothing where the schema lets no list pass, and one about objects nothing where it lets no object pass. */
function isVacuous(keyword: string, type: JsonValue | undefined): boolean {
  const about = SPEAKS_OF.get(keyword)
  if (about === undefined || type === undefined) return false
  return Array.isArray(type) ? !type.includes(about) : type !== about
}

/** Keywords of the overlay whose meaning depends on their neighbours, so that they can only be added as a whole. */
function inseparable(schema: JsonObject, overlay: JsonObject): string[] {
  return FAMILIES.flatMap(({ by, members }) => {
    if (!by.some((keyword) => keyword in overlay)) return []
    const map = members.every(
      (keyword) => keyword === 'additionalProperties' || !(keyword in overlay || keyword in schema),
    )
    return map ? [] : members.filter((keyword) => keyword in overlay)
  })
}
