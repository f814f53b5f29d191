import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import type { EntryPlace } from '@/lib/catalog/entryDocument'

/**
 * Where in a template a place of what it renders to comes from: the way leads on through choices and `$let`. As far as it can be followed;
 * `place` is the place of the template itself.
 */
export function templatePlace(template: JsonValue | undefined, rendered: EntryPlace, place: EntryPlace): EntryPlace {
  const [head, ...rest] = rendered
  if (template === undefined || typeof template !== 'object' || template === null) return place
  if (Array.isArray(template)) {
    return typeof head === 'number' ? templatePlace(template[head], rest, [...place, head]) : place
  }
  const ways = waysThrough(template)
  if (ways.length > 0) {
    const ends = ways.map((way) => templatePlace(valueAt(template, way), rendered, [...place, ...way]))
    return ends.reduce((deepest, end) => (reach(end, place) > reach(deepest, place) ? end : deepest))
  }
  if (head === undefined) return place
  const member = getOwn(template, String(head))
  return member === undefined ? place : templatePlace(member, rest, [...place, head])
}

/** Members of an operator whose value takes the operator's place. */
function waysThrough(template: JsonValue): (string | number)[][] {
  if (!isJsonObject(template)) return []
  if ('$if' in template) return ['then', 'else'].filter((key) => key in template).map((key) => [key])
  if ('$let' in template) return [['in']]
  if (isJsonObject(template.$switch)) return Object.keys(template.$switch).map((key) => ['$switch', key])
  if (Array.isArray(template.$merge)) return template.$merge.map((_, i) => ['$merge', i])
  return []
}

function valueAt(value: JsonValue, way: EntryPlace): JsonValue | undefined {
  let found: JsonValue | undefined = value
  for (const step of way) {
    if (Array.isArray(found)) found = found[Number(step)]
    else found = isJsonObject(found) ? getOwn(found, String(step)) : undefined
  }
  return found
}

function reach(end: EntryPlace, start: EntryPlace): number {
  return end.length - start.length
}
