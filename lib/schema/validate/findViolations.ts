import type { JsonObject, JsonValue } from '@/lib/base/json'
import { type PreparedSchema, prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { explainViolations } from './explain/explainViolations'
import type { SchemaViolation } from './explain/finding'

const cache = new WeakMap<JsonObject, PreparedSchema>()

/**
 * The violations that `compilePayloadValidator` would list, without compiling: right for values that are looked at once, such as a
 * configuration, and for schemas of the catalog, which have been checked. Schemas are kept prepared and must not be changed.
 */
export function findViolations(schema: JsonObject, value: JsonValue): SchemaViolation[] {
  let prepared = cache.get(schema)
  if (prepared === undefined) {
    prepared = prepareSchema(readSchemaDocument(schema).nodes)
    cache.set(schema, prepared)
  }
  return explainViolations(prepared, value)
}
