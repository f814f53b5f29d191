import type { JsonValue } from '@/lib/base/json'
import { mayDecide } from '@/lib/schema/compare/read/keywords'
import { below } from '@/lib/schema/compare/read/schemaSource'
import type { Difference } from './difference'

/** Where one looks: the place in the payload, and the schemas that speak of it. */
export interface Spot {
  path: string
  old: { pointer: string; schema: JsonValue }
  new: { pointer: string; schema: JsonValue }
}

/** A keyword at a spot, with the steps to what is compared below it. */
export type Compare = (spot: Spot) => Difference[]

/** The difference of one keyword as a whole. */
export function atKeyword(
  spot: Spot,
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
export function inner(spot: Spot, steps: (string | number)[], was: JsonValue, is: JsonValue, path: string): Spot {
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
  spot: Spot,
  steps: string[],
  was: JsonValue | undefined,
  is: JsonValue | undefined,
): Difference['places'] {
  return {
    ...(was === undefined ? {} : { old: below(spot.old.pointer, ...steps) }),
    ...(is === undefined ? {} : { new: below(spot.new.pointer, ...steps) }),
  }
}
