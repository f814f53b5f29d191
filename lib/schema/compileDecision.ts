import { Ajv } from 'ajv'
import { equalJson } from '../base/equalJson'
import { isJsonObject, type JsonValue } from '../base/json'
import { compilePattern } from './compilePattern'
import { findEqualItems } from './findEqualItems'
import { payloadFormats } from './formats/payloadFormats'
import { isMultipleOf } from './isMultipleOf'
import { mapSubschemas } from './mapSubschemas'
import type { PreparedSchema } from './prepareSchema'

/** Compiles a prepared schema to a function that says whether a value fits. */
export function compileDecision({ root, targets }: PreparedSchema): (value: JsonValue) => boolean {
  const definitions = Object.fromEntries([...targets].map(([name, target]) => [name, demandItems(target.schema)]))
  // An instance of its own for each schema: ajv keeps every schema and pattern that it has seen.
  const ajv = createAjv()
  const decided = demandItems(root)
  const validate = ajv.compile<JsonValue>(isJsonObject(decided) ? { ...decided, definitions } : decided === true)
  return (value) => validate(value)
}

/**
 * The same schema with `minItems` beside each `contains`. Of an empty array ajv says what it found in the array before it: the loop
 * of `contains` sets a variable of the function, which an earlier round of a loop around it has set already.
 */
function demandItems(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema
  const demanded = mapSubschemas(schema, demandItems)
  if (demanded.contains === undefined) return demanded
  const { minItems } = demanded
  return { ...demanded, minItems: typeof minItems === 'number' ? Math.max(minItems, 1) : 1 }
}

function createAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    ownProperties: true,
    logger: false,
    formats: Object.fromEntries([...payloadFormats].map(([name, format]) => [name, format.test])),
    code: { regExp: Object.assign((source: string) => compilePattern(source), { code: 'compilePattern' }) },
  })
  // ajv compares with a helper that calls a payload's own `valueOf`, and divides in binary.
  for (const keyword of ['const', 'enum', 'uniqueItems', 'multipleOf']) ajv.removeKeyword(keyword)
  ajv.addKeyword({ keyword: 'const', validate: (constant: JsonValue, value: JsonValue) => equalJson(constant, value) })
  ajv.addKeyword({
    keyword: 'enum',
    validate: (options: JsonValue[], value: JsonValue) => options.some((option) => equalJson(option, value)),
  })
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    validate: (unique: boolean, items: JsonValue[]) => !unique || findEqualItems(items) === undefined,
  })
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    validate: (divisor: number, value: number) => isMultipleOf(value, divisor),
  })
  return ajv
}
