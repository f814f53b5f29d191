import { canonicalJson, type JsonValue, sortKeys } from '@/lib/base/json'

/** The types whose values are apart from each other: `integer` is a number that is a multiple of 1. */
export const valueTypes = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const
export type ValueType = (typeof valueTypes)[number]

/** What a schema asks for, before it has a number. Keywords of one type hold for all values of the others, as in a schema. */
export type TermShape =
  | { kind: 'true' }
  | { kind: 'false' }
  | { kind: 'and' | 'or'; parts: readonly Term[] }
  /** exactly one of the parts holds; the same part may be there twice */
  | { kind: 'one'; parts: readonly Term[] }
  /** of anything but `and`, `or` and `not` */
  | { kind: 'not'; part: Term }
  /** a schema that contains itself, by the name of its class */
  | { kind: 'ref'; name: string; resolve: () => Term }
  | { kind: 'type'; type: ValueType }
  | { kind: 'enum'; values: readonly JsonValue[]; texts: readonly string[] }
  | { kind: 'least' | 'most'; bound: number; exclusive: boolean }
  | { kind: 'multiple'; divisor: number }
  | { kind: 'length'; of: 'string' | 'array' | 'object'; side: 'least' | 'most'; bound: number }
  | { kind: 'pattern'; source: string }
  | { kind: 'format'; name: string }
  /** the item at an index, where there is one */
  | { kind: 'item'; index: number; term: Term }
  /** all items from an index on */
  | { kind: 'rest'; from: number; term: Term }
  | { kind: 'contains'; term: Term }
  | { kind: 'unique' }
  /** the property of a name, where there is one */
  | { kind: 'property'; name: string; term: Term }
  /** all properties whose names match a pattern */
  | { kind: 'matching'; pattern: string; term: Term }
  /** all properties but those of some names and patterns */
  | { kind: 'others'; names: readonly string[]; patterns: readonly string[]; term: Term }
  | { kind: 'has'; name: string }
  | { kind: 'names'; term: Term }
  | Opaque

/** Something whose meaning is not known here: equal to itself, and nothing else is known of it. */
export interface Opaque {
  kind: 'opaque'
  key: string
  /** the type of the values that it says something about; all where undefined */
  of: ValueType | undefined
  /** validators that do not know it let it pass, so that a value that nothing else stands against counts as accepted */
  ignorable: boolean
  place: string
  reason: string
  /** whether a value fits, where that can be told for a single one */
  test?: (value: JsonValue) => boolean | undefined
  /** a pattern of texts that are worth trying */
  near?: string
}

/** A shape with a number: two terms of one factory have the same number exactly where they are the same. */
export type Term = TermShape & { readonly id: number }

/** A term by its kind. */
export type TermOf<K extends TermShape['kind']> = Extract<TermShape, { kind: K }> & { readonly id: number }

/** Canonical JSON that also tells apart numbers too large for a double, such as 1e400, for which JSON has no words but `null`. */
export function exactText(value: JsonValue): string {
  const text = canonicalJson(value)
  if (!text.includes('null')) return text
  return JSON.stringify(sortKeys(value), (_, member: unknown) =>
    typeof member === 'number' && !Number.isFinite(member) ? { '\u0000number': String(member) } : member,
  )
}
