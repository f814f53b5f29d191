import type { JsonValue } from '@/lib/base/json'
import type { SchemaChange } from '@/lib/schema/compare/schemaComparison'

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
