import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { JsonObject } from '../../base/json'

/** A schema that the service publishes as `/schemas/<service>/v1/<file>`, and the type of what it accepts. */
export interface SchemaFile<T = unknown> {
  file: string
  schema: JsonObject
  /** fills in defaults; the errors that remain, none for a `T` */
  check(value: unknown): { valid: true; value: T } | { valid: false; errors: ErrorObject[] }
}

const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: false })
addFormats.default(ajv)
// The services take a time without a zone for one in UTC.
const isoDateTime = ajv.formats['iso-date-time']
if (isoDateTime) ajv.addFormat('date-time', isoDateTime)

/** Declares a published schema; it is compiled at its first use. */
export function schemaFile<T>(file: string, schema: JsonObject): SchemaFile<T> {
  let compiled: ValidateFunction<T> | undefined
  const check = (value: unknown) => {
    compiled ??= ajv.compile<T>(schema)
    if (compiled(value)) return { valid: true as const, value }
    return { valid: false as const, errors: compiled.errors ?? [] }
  }
  return { file, schema, check }
}
