import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Patch } from './difference'

/** A copy of a document with a patch; what the patch does not touch is shared. A place that is not there stays away. */
export function patchDocument(document: JsonValue, { pointer, value }: Patch): JsonValue {
  const put = (current: JsonValue | undefined, [segment, ...rest]: string[]): JsonValue | undefined => {
    if (segment === undefined) return value
    if (Array.isArray(current)) {
      const index = Number(segment)
      const inner = put(current[index], rest)
      return current.flatMap((item, i) => (i === index ? (inner === undefined ? [] : [inner]) : [item]))
    }
    if (!isJsonObject(current)) return current
    const inner = put(Object.hasOwn(current, segment) ? current[segment] : undefined, rest)
    const entries = Object.entries(current).filter(([key]) => key !== segment)
    return Object.fromEntries(inner === undefined ? entries : [...entries, [segment, inner]])
  }
  return put(document, pointerSegments(pointer)) ?? true
}

/** A document with the definitions of another one beside its own, which do nothing until something refers to them. */
export function withDefinitionsOf(document: JsonValue, other: JsonValue): JsonValue {
  if (!isJsonObject(document) || !isJsonObject(other)) return document
  const merged: JsonObject = { ...document }
  for (const keyword of ['definitions', '$defs']) {
    const [own, more] = [document[keyword], other[keyword]]
    if (isJsonObject(more)) merged[keyword] = { ...more, ...(isJsonObject(own) ? own : {}) }
  }
  return merged
}
