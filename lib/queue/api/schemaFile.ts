import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { sizeOf } from '@/lib/schema/values'

/** A schema that the service publishes as `/schemas/<service>/v1/<file>`, and the type of what it accepts. */
export interface SchemaFile<T = unknown> {
  file: string
  schema: JsonObject
  /** fills in defaults; the errors that remain, of a large value the first alone, none for a `T` */
  check(value: JsonValue): { valid: true; value: T } | { valid: false; errors: ErrorObject[] }
}

const thorough = newAjv(true)
/** Of what is large only the first error is told: it could have as many as there is in it. */
const quick = newAjv(false)
const large = 10_000

/** Declares a published schema; it is compiled at its first use. */
export function schemaFile<T>(file: string, schema: JsonObject): SchemaFile<T> {
  const compiled = new Map<Ajv, ValidateFunction<T>>()
  const check = (value: JsonValue) => {
    const ajv = sizeOf(value, large) > large ? quick : thorough
    const validate = compiled.get(ajv) ?? ajv.compile<T>(schema)
    compiled.set(ajv, validate)
    const checked: unknown = value
    if (validate(checked)) return { valid: true as const, value: checked }
    return { valid: false as const, errors: validate.errors ?? [] }
  }
  return { file, schema, check }
}

function newAjv(allErrors: boolean): Ajv {
  const ajv = new Ajv({ allErrors, useDefaults: true, strict: false })
  addFormats.default(ajv)
  // The services take a time without a zone for one in UTC.
  const isoDateTime = ajv.formats['iso-date-time']
  if (isoDateTime) ajv.addFormat('date-time', isoDateTime)
  return ajv
}

/** A violation of an input schema as a line of the message: the place first, as in `data/owner must match format "email"`. */
export function violationLine({ instancePath, message, params }: ErrorObject): string {
  const detail = params.additionalProperty ?? params.allowedValues
  return `data${instancePath} ${message}${detail === undefined ? '' : ` (${JSON.stringify(detail)})`}`
}
