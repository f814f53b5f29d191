import { equalJson, getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import { mayDecide } from '@/lib/compare/read/keywords'
import { below, type SchemaSource } from '@/lib/compare/read/schemaSource'
import { alternativeDifferences } from './alternativeDifferences'
import { atKeyword, type Compare, type ComparedPlace, type Difference, inner, placesOf, says } from './comparedPlace'

const maps: ReadonlyMap<string, string> = new Map([
  ['properties', 'property'],
  ['patternProperties', 'names like this'],
  ['dependencies', 'dependencies'],
])
/** subschemas that are looked into, and whether they speak of the members of the value */
const single: ReadonlyMap<string, string> = new Map([
  ['items', '/*'],
  ['additionalProperties', '/*'],
  ['additionalItems', '/*'],
  ['contains', '/*'],
  ['propertyNames', ''],
  ['then', ''],
  ['else', ''],
])
/** conditions: what is said inside does not hold outside, so that a change of them is shown as a whole */
const conditions = new Set(['not', 'if'])
const lists = new Set(['allOf', 'anyOf', 'oneOf'])
/** count where they are referred to */
const passedOver = new Set(['definitions', '$defs', '$schema', '$id', 'id'])

/**
 * Where two schemas are written differently, in the order of the new one: keyword by keyword, property by property. References are followed,
 * so that what moves into a definition is no difference.
 */
export function listDifferences(old: SchemaSource, next: SchemaSource): Difference[] {
  const seen = new Set<string>()

  const compare: Compare = (given) => {
    const spot = { ...given, old: followed(given.old, old), new: followed(given.new, next) }
    const [before, after] = [spot.old.schema, spot.new.schema]
    if (!isJsonObject(before) || !isJsonObject(after)) {
      return equalJson(before, after) ? [] : [whole(given)]
    }
    const pair = `${spot.old.pointer} ${spot.new.pointer}`
    if (seen.has(pair)) return []
    seen.add(pair)
    const keywords = [...Object.keys(after), ...Object.keys(before).filter((keyword) => !Object.hasOwn(after, keyword))]
    return keywords
      .filter((keyword) => !passedOver.has(keyword))
      .flatMap((keyword) => compareKeyword(keyword, before, after, spot))
  }

  const compareKeyword = (
    keyword: string,
    before: JsonObject,
    after: JsonObject,
    spot: ComparedPlace,
  ): Difference[] => {
    const [was, is] = [getOwn(before, keyword), getOwn(after, keyword)]
    if (keyword === '$ref') return compareReferences(was, is, spot)
    if (maps.has(keyword) && (isMap(was) || isMap(is)))
      return compareMembers(keyword, isMap(was) ? was : {}, isMap(is) ? is : {}, spot)
    if (was !== undefined && is !== undefined) {
      if (isMap(was) && isMap(is) && (single.has(keyword) || (conditions.has(keyword) && equalJson(was, is))))
        return compare(inner(spot, [keyword], was, is, spot.path + (single.get(keyword) ?? '')))
      if (keyword === 'items' && Array.isArray(was) && Array.isArray(is) && was.length === is.length)
        return was.flatMap((item, i) => compare(inner(spot, [keyword, i], item, is[i] ?? true, `${spot.path}/${i}`)))
      if (lists.has(keyword) && Array.isArray(was) && Array.isArray(is))
        return alternativeDifferences(keyword, was, is, spot, compare)
    }
    if (keyword === 'required') return compareRequired(was, is, spot)
    if (was !== undefined && is !== undefined && equalJson(was, is)) return []
    return [atKeyword(spot, keyword, was, is)]
  }

  const compareReferences = (
    was: JsonValue | undefined,
    is: JsonValue | undefined,
    spot: ComparedPlace,
  ): Difference[] => {
    const [from, to] = [old.nodes.get(spot.old.pointer)?.target, next.nodes.get(spot.new.pointer)?.target]
    if (from !== undefined && to !== undefined)
      return compare({
        path: spot.path,
        old: { pointer: from, schema: old.nodes.get(from)?.schema ?? true },
        new: { pointer: to, schema: next.nodes.get(to)?.schema ?? true },
      })
    return was === is ? [] : [atKeyword(spot, '$ref', was, is)]
  }

  const compareMembers = (keyword: string, was: JsonObject, is: JsonObject, spot: ComparedPlace): Difference[] => {
    const names = [...Object.keys(is), ...Object.keys(was).filter((name) => !Object.hasOwn(is, name))]
    return names.flatMap((name) => {
      const path = keyword === 'dependencies' ? spot.path : `${spot.path}/${escapePointer(name)}`
      const [before, after] = [getOwn(was, name), getOwn(is, name)]
      if (before !== undefined && after !== undefined) {
        if (equalJson(before, after) && !isMap(before)) return []
        // names that a property depends on are no schema to look into
        if (!Array.isArray(before) && !Array.isArray(after))
          return compare(inner(spot, [keyword, name], before, after, path))
      }
      // a schema that has no such keyword yet gets one
      const put = (map: JsonObject, value: JsonValue | undefined) =>
        Object.keys(map).length === 0 && value !== undefined
          ? { steps: [keyword], value: { [name]: value } }
          : { steps: [keyword, name], value }
      const [forth, back] = [put(was, after), put(is, before)]
      return [
        {
          ...says(before, after),
          path,
          what: maps.get(keyword) ?? keyword,
          places: placesOf(spot, [keyword, name], before, after),
          forth: { pointer: below(spot.old.pointer, ...forth.steps), value: forth.value },
          back: { pointer: below(spot.new.pointer, ...back.steps), value: back.value },
          isText: false,
        },
      ]
    })
  }
  return compare({ path: '', old: { pointer: '', schema: old.root }, new: { pointer: '', schema: next.root } })
}

/** A schema that is nothing but a reference is what it refers to. */
function followed(at: ComparedPlace['old'], source: SchemaSource): ComparedPlace['old'] {
  let { pointer, schema } = at
  for (let steps = 0; steps < 100; steps++) {
    const target = source.nodes.get(pointer)?.target
    if (
      target === undefined ||
      !isJsonObject(schema) ||
      Object.keys(schema).some((key) => key !== '$ref' && mayDecide(key))
    )
      break
    pointer = target
    schema = source.nodes.get(target)?.schema ?? true
  }
  return { pointer, schema }
}

function compareRequired(was: JsonValue | undefined, is: JsonValue | undefined, spot: ComparedPlace): Difference[] {
  const [old, now] = [stringsOf(was), stringsOf(is)]
  const one = (name: string, isAdded: boolean): Difference => ({
    ...says(isAdded ? undefined : true, isAdded ? true : undefined),
    path: `${spot.path}/${escapePointer(name)}`,
    what: 'required',
    places: placesOf(spot, ['required'], was, is),
    forth: { pointer: below(spot.old.pointer, 'required'), value: toggled(old, name, isAdded) },
    back: { pointer: below(spot.new.pointer, 'required'), value: toggled(now, name, !isAdded) },
    isText: false,
  })
  return [
    ...now.filter((name) => !old.includes(name)).map((name) => one(name, true)),
    ...old.filter((name) => !now.includes(name)).map((name) => one(name, false)),
  ]
}

function toggled(names: string[], name: string, isAdded: boolean): string[] {
  return isAdded ? [...names, name] : names.filter((other) => other !== name)
}

function whole({ path, old, new: next }: ComparedPlace): Difference {
  return {
    ...says(old.schema, next.schema),
    path,
    what: 'schema',
    places: { old: old.pointer, new: next.pointer },
    forth: { pointer: old.pointer, value: next.schema },
    back: { pointer: next.pointer, value: old.schema },
    isText: false,
  }
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return value !== undefined && isJsonObject(value)
}

function stringsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
