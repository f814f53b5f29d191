import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Terms } from '@/lib/compare/terms/createTerms'
import type { Opaque, Term, ValueType } from '@/lib/compare/terms/term'

/** What the readers of single keywords may ask of the whole. */
export interface Reading {
  terms: Terms
  /** the term of a subschema, by its place in the document */
  read(schema: JsonValue, pointer: string): Term
  /** a keyword at a place whose meaning is not known */
  opaque(keyword: string, at: Place, why: OpaqueReason): Term
}

export interface OpaqueReason extends Pick<Opaque, 'test' | 'near'> {
  reason: string
  /** the type of the values that it says something about; all where undefined */
  of?: ValueType
  /** validators that do not know it let it pass */
  ignorable?: boolean
  /** what makes two of them the same, where the keyword's value alone does not */
  key?: string
}

/** A schema, and where it is. */
export interface Place {
  schema: JsonObject
  pointer: string
}

/** The terms of the keywords of one family, which hold together; none where a schema has none of them. */
export type ReadKeywords = (at: Place, reading: Reading) => Term[]
