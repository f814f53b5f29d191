import type { JsonValue } from '@/lib/base/json'
import { mayDecide } from '@/lib/compare/read/keywords'
import { below } from '@/lib/compare/read/schemaSource'
import type { SchemaChange } from '@/lib/compare/schemaComparison'

/** Where one looks: the place in the payload, and the schemas that speak of it. */
export interface ComparedPlace {
  path: string
  old: { pointer: string; schema: JsonValue }
  new: { pointer: string; schema: JsonValue }
}

/** A keyword at a spot, with the steps to what is compared below it. */
export type Compare = (spot: ComparedPlace) => Difference[]

/** The difference of one keyword as a whole. */
export function atKeyword(
  spot: ComparedPlace,
  keyword: string,
  was: JsonValue | undefined,
  is: JsonValue | undefined,
): Difference {
  return {
    ...says(was, is),
    path: spot.path,
    what: keyword,
    places: placesOf(spot, [keyword], was, is),
    forth: { pointer: below(spot.old.pointer, keyword), value: is },
    back: { pointer: below(spot.new.pointer, keyword), value: was },
    isText: !mayDecide(keyword),
  }
}

/** The spot below another one, the same way in both schemas. */
export function inner(
  spot: ComparedPlace,
  steps: (string | number)[],
  was: JsonValue,
  is: JsonValue,
  path: string,
): ComparedPlace {
  return {
    path,
    old: { pointer: below(spot.old.pointer, ...steps), schema: was },
    new: { pointer: below(spot.new.pointer, ...steps), schema: is },
  }
}

/** What the two schemas say, and so the kind of the difference. */
export function says(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Pick<Difference, 'kind' | 'before' | 'after'> {
  if (before === undefined) return { kind: 'added', ...(after === undefined ? {} : { after }) }
  return after === undefined ? { kind: 'removed', before } : { kind: 'changed', before, after }
}

/** The places of a keyword, or of something below it, in the schemas that have it. */
export function placesOf(
  spot: ComparedPlace,
  steps: string[],
  was: JsonValue | undefined,
  is: JsonValue | undefined,
): Difference['places'] {
  return {
    ...(was === undefined ? {} : { old: below(spot.old.pointer, ...steps) }),
    ...(is === undefined ? {} : { new: below(spot.new.pointer, ...steps) }),
  }
}

/** A value put at a place of a document, or taken away where it is undefined. */
export interface Patch {
  pointer: string
  value: JsonValue | undefined
}

/** One place at which two schemas are written differently, and what it takes to write the one there as the other. */
export interface Difference extends Pick<SchemaChange, 'kind' | 'path' | 'what' | 'before' | 'after' | 'places'> {
  /** makes the old schema say here what the new one says */
  forth: Patch
  /** makes the new schema say here what the old one says */
  back: Patch
  /** titles and other texts, which decide nothing */
  isText: boolean
}
