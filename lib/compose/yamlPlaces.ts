import { type Document, isCollection, isMap, isPair, isScalar } from 'yaml'
import type { Place } from '@/lib/base/parseYaml'

/**
 * Finds places of the data in the text that it was read from: the key (in maps) or the item (in lists), of the nearest enclosing place that the text has. A
 * map is looked through once, however many places in it are asked for.
 */
export function yamlPlaces(
  document: Document,
  placeOf: (offset: number) => Place,
): (place: (string | number)[]) => Place | undefined {
  const members = new WeakMap<object, Map<string, { key: unknown; value: unknown }>>()
  const memberOf = (map: { items: unknown[] }, name: string) => {
    const known = members.get(map) ?? new Map<string, { key: unknown; value: unknown }>()
    if (!members.has(map)) {
      members.set(map, known)
      for (const pair of map.items) {
        if (!isPair(pair)) continue
        const text = String(isScalar(pair.key) ? pair.key.value : pair.key)
        if (!known.has(text)) known.set(text, pair)
      }
    }
    return known.get(name)
  }
  return (place) => {
    let node: unknown = document.contents
    let offset = offsetOf(node)
    for (const step of place) {
      if (!isCollection(node)) break
      const member = isMap(node) ? memberOf(node, String(step)) : undefined
      node = isMap(node) ? member?.value : node.items[Number(step)]
      const at = offsetOf(member === undefined ? node : member.key)
      if (at === undefined) break
      offset = at
    }
    return offset === undefined ? undefined : placeOf(offset)
  }
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const start: unknown = node.range[0]
  return typeof start === 'number' ? start : undefined
}
