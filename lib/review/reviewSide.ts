import type { JsonObject } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'

/** One of the two states of a worker type that are compared. */
export interface ReviewSide {
  /** how it is called in sentences: `version 3`, `this design`, a file name */
  label: string
  payloadSchema: JsonObject
  /** undefined where nothing but the schema is known */
  composition?: Composition
  /** versions of the catalog entries it was made from, by label */
  catalogVersions: Readonly<Record<string, string>>
  /** version of the product that made it; undefined where nobody knows */
  toolVersion?: string
}
