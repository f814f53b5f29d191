import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'

/** Stands for every item of an array and every member of an object. */
export const EVERY = Symbol('*')

/** A pointer pattern, segment by segment. */
export type Pattern = (string | typeof EVERY)[]

/** A value inside a document and where it is. */
export interface Place {
  segments: string[]
  value: JsonValue
}

/** The values at a pattern, in the order of the document. */
export function placesAt(document: JsonValue, pattern: Pattern): Place[] {
  let found: Place[] = [{ segments: [], value: document }]
  for (const segment of pattern) {
    found = found.flatMap(({ segments, value }) =>
      membersOf(value)
        .filter(([key]) => segment === EVERY || key === segment)
        .map(([key, member]) => ({ segments: [...segments, key], value: member })),
    )
  }
  return found
}

/** Reads a pointer pattern, in which a segment `*` stands for every member. */
export function readPattern(pointer: string): Pattern {
  return pointerSegments(pointer).map((segment) => (segment === '*' ? EVERY : segment))
}

/** A place as a JSON pointer. */
export function toPointer(segments: string[]): string {
  return segments.map((segment) => `/${escapePointer(segment)}`).join('')
}

function membersOf(value: JsonValue): [string, JsonValue][] {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item])
  return isJsonObject(value) ? Object.entries(value) : []
}
