import { getOwn, type JsonObject } from '@/lib/base/json'

const known = new Set([
  ...['title', 'description', 'default', 'type', 'enum', 'format', 'pattern', 'minLength', 'maxLength', 'multipleOf'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems'],
  ...['properties', 'patternProperties', 'additionalProperties', 'required', 'dependencies'],
  ...['minProperties', 'maxProperties', 'allOf', 'anyOf', 'oneOf', 'not', 'definitions'],
])

/**
 * A schema as the script engine's validator sees it: keywords of later drafts mean nothing, `id` is not looked at, a reference
 * stands alone. An empty tuple or list of alternatives checks nothing there.
 */
export function draft4View(schema: JsonObject): JsonObject {
  const reference = getOwn(schema, '$ref')
  if (typeof reference === 'string') return { $ref: reference }
  const entries = Object.entries(schema).filter(([keyword, value]) => {
    if (!known.has(keyword)) return false
    if (keyword === 'additionalItems') return !isEmptyList(schema.items)
    return keyword === 'default' || !isEmptyList(value)
  })
  return Object.fromEntries(entries)
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
