import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'

/** A value in a payload and its JSON pointer. */
export interface PlacedValue {
  pointer: string
  value: JsonValue
}

/** The values at a pointer pattern, in which `*` stands for every item of an array or member of an object. */
export function valuesAt(value: JsonValue, pattern: string): PlacedValue[] {
  return descend([{ pointer: '', value }], pointerSegments(pattern))
}

function descend(found: PlacedValue[], segments: string[]): PlacedValue[] {
  const [head, ...rest] = segments
  if (head === undefined) return found
  const next = found.flatMap(({ pointer, value }) => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => ({ pointer: `${pointer}/${index}`, value: item }))
      return head === '*' ? items : items.slice(...indexRange(head))
    }
    if (!isJsonObject(value)) return []
    const keys = head === '*' ? Object.keys(value) : Object.hasOwn(value, head) ? [head] : []
    return keys.map((key) => ({ pointer: `${pointer}/${escapePointer(key)}`, value: value[key] ?? null }))
  })
  return descend(next, rest)
}

function indexRange(segment: string): [number, number] {
  const index = /^\d+$/.test(segment) ? Number(segment) : -1
  return index < 0 ? [0, 0] : [index, index + 1]
}
