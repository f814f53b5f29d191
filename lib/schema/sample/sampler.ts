import type { JsonObject, JsonValue } from '@/lib/base/json'

/** How much of what a schema offers an example uses. */
export type SampleSize = 'minimal' | 'typical' | 'full'

/** Where in the example one is: the names of the properties that lead there. Items have the name of their array. */
export interface SamplePlace {
  names: readonly string[]
  /** arrays and objects around it */
  depth: number
}

/** What the parts of the generator may ask of the whole. */
export interface Sampler {
  size: SampleSize
  /** the first good value that fits all of the schemas */
  find(schemas: readonly JsonValue[], place: SamplePlace): JsonValue | undefined
  /** values that fit all of the schemas, the best first; a bounded number */
  all(schemas: readonly JsonValue[], place: SamplePlace): Iterable<JsonValue>
  fits(schemas: readonly JsonValue[], value: JsonValue): boolean
}

/** Makes values of one type that the given schemas, free of references and alternatives, may accept. */
export type SampleType = (schemas: readonly JsonObject[], place: SamplePlace, sampler: Sampler) => Iterable<JsonValue>
