import { equalJson } from '../base/equalJson'
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { escapePointer } from '../base/path'

/** One place at which two schemas differ. */
export interface SchemaChange {
  kind: 'added' | 'removed' | 'changed'
  /** pointer pattern into the values: `/caches/*`; '' is the whole */
  path: string
  /** what a schema says there: a keyword, or `property` for a property that only one of them has */
  what: string
  /** undefined where only the new schema says it */
  before?: JsonValue
  /** undefined where only the old schema says it */
  after?: JsonValue
}

const textOnly = new Set(['$schema', '$id', 'id', 'title', 'description', 'examples', '$comment', 'default'])
const structural = new Set([
  'patternProperties',
  'properties',
  'items',
  'additionalProperties',
  'required',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
])

/**
 * Where two schemas say different things, in the order of the new one; titles, descriptions and examples are left out. It says what is
 * written differently, not what that does to tasks.
 */
export function listSchemaChanges(before: JsonValue, after: JsonValue, path = ''): SchemaChange[] {
  if (equalJson(before, after)) return []
  if (!isJsonObject(before) || !isJsonObject(after)) return [{ kind: 'changed', path, what: 'schema', before, after }]
  return [
    ...keywordChanges(before, after, path),
    ...requiredChanges(before, after, path),
    ...propertyChanges(before, after, path),
    ...partChanges(before, after, path),
  ]
}

function keywordChanges(before: JsonObject, after: JsonObject, path: string): SchemaChange[] {
  return namesOf(before, after)
    .filter((keyword) => !textOnly.has(keyword) && !structural.has(keyword))
    .flatMap((keyword) => valueChange(getOwn(before, keyword), getOwn(after, keyword), path, keyword))
}

function requiredChanges(before: JsonObject, after: JsonObject, path: string): SchemaChange[] {
  const old = stringsOf(before.required)
  const now = stringsOf(after.required)
  const at = (name: string) => `${path}/${escapePointer(name)}`
  return [
    ...now.filter((name) => !old.includes(name)).map((name) => change('added', at(name), 'required', { after: true })),
    ...old
      .filter((name) => !now.includes(name))
      .map((name) => change('removed', at(name), 'required', { before: true })),
  ]
}

function propertyChanges(before: JsonObject, after: JsonObject, path: string): SchemaChange[] {
  return ['properties', 'patternProperties'].flatMap((keyword) => {
    const old = objectOf(getOwn(before, keyword))
    const now = objectOf(getOwn(after, keyword))
    return namesOf(old, now).flatMap((name) => {
      const at = `${path}/${escapePointer(name)}`
      const [was, is] = [getOwn(old, name), getOwn(now, name)]
      if (was !== undefined && is !== undefined) return listSchemaChanges(was, is, at)
      return valueChange(was, is, at, keyword === 'properties' ? 'property' : 'names like this')
    })
  })
}

function partChanges(before: JsonObject, after: JsonObject, path: string): SchemaChange[] {
  const inside = (keyword: string, at: string) => {
    const [was, is] = [getOwn(before, keyword), getOwn(after, keyword)]
    if (was !== undefined && is !== undefined && isJsonObject(was) && isJsonObject(is))
      return listSchemaChanges(was, is, at)
    return valueChange(was, is, path, keyword)
  }
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => {
    const [was, is] = [getOwn(before, keyword), getOwn(after, keyword)]
    if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length)
      return valueChange(was, is, path, keyword)
    return is.flatMap((branch, index) => listSchemaChanges(was[index] ?? null, branch, path))
  })
  return [
    ...inside('items', `${path}/*`),
    ...inside('additionalProperties', `${path}/*`),
    ...inside('not', path),
    ...branches,
  ]
}

function valueChange(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: string,
  what: string,
): SchemaChange[] {
  if (before === undefined) return after === undefined ? [] : [change('added', path, what, { after })]
  if (after === undefined) return [change('removed', path, what, { before })]
  return equalJson(before, after) ? [] : [change('changed', path, what, { before, after })]
}

function change(
  kind: SchemaChange['kind'],
  path: string,
  what: string,
  values: Pick<SchemaChange, 'before' | 'after'>,
): SchemaChange {
  return { kind, path, what, ...values }
}

function namesOf(before: JsonObject, after: JsonObject): string[] {
  return [...Object.keys(after), ...Object.keys(before).filter((name) => !Object.hasOwn(after, name))]
}

function stringsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {}
}
