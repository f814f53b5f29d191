import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'

/**
 * Whether a payload schema has a place: a pointer pattern, as segments, in which `*` is every item of an array or every member of a map. Choices and
 * references are followed; where a schema says nothing of members or items, any place is there.
 */
export function hasPlace(schema: JsonObject, segments: readonly string[]): boolean {
  return reaches(schema, segments, schema, new Set())
}

/** `followed` are the references on the way to this place: one that leads back to itself adds nothing. */
function reaches(
  schema: JsonValue | undefined,
  segments: readonly string[],
  root: JsonObject,
  followed: ReadonlySet<string>,
): boolean {
  const [head, ...rest] = segments
  if (head === undefined || schema === true) return schema !== undefined && schema !== false
  if (!isJsonObject(schema)) return false
  const { $ref } = schema
  if (typeof $ref === 'string' && !followed.has($ref)) {
    if (reaches(targetOf($ref, root), segments, root, new Set([...followed, $ref]))) return true
  }
  const choices = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  if (choices.some((choice) => reaches(choice, segments, root, followed))) return true
  return membersAt(schema, head).some((member) => reaches(member, rest, root, new Set()))
}

function targetOf(reference: string, root: JsonObject): JsonValue | undefined {
  if (!reference.startsWith('#')) return undefined
  return pointerSegments(reference.slice(1)).reduce<JsonValue | undefined>(
    (found, segment) => (isJsonObject(found) ? getOwn(found, segment) : undefined),
    root,
  )
}

/** The schemas of a member or an item: by its name, by a pattern, or of all others. */
function membersAt(schema: JsonObject, head: string): JsonValue[] {
  const { items, properties, patternProperties, additionalProperties } = schema
  const patterns = isJsonObject(patternProperties) ? Object.entries(patternProperties) : []
  if (head === '*') {
    const members = [items, additionalProperties].filter((inner) => inner === true || isJsonObject(inner))
    return [...members, ...patterns.map(([, member]) => member)]
  }
  const named = isJsonObject(properties) ? getOwn(properties, head) : undefined
  const matched = patterns.filter(([pattern]) => compilePattern(pattern).test(head)).map(([, member]) => member)
  if (named !== undefined || matched.length > 0) return named === undefined ? matched : [named, ...matched]
  const isOpenObject = schema.type === 'object' && additionalProperties === undefined
  return [isOpenObject ? true : (additionalProperties ?? false)]
}
