import Ajv from 'ajv'
import type { JsonValue } from '@/lib/base/json'

/**
 * What ajv says of a value, as an independent judge. Undefined where ajv reads a schema in another way than the workers do: formats, decimal
 * and very large multiples, `\s`, syntax that RE2 alone has, and names of `Object.prototype`.
 */
export function ajvAccepts(schema: JsonValue, value: JsonValue): boolean | undefined {
  const text = JSON.stringify([schema, value])
  if (
    /"format"|"multipleOf":(\d*[.e]|.*e\+)|\\[sp]|\(\?[a-zA-Z]|\\x\{|constructor|toString|valueOf|__proto__|hasOwnProperty/.test(
      text,
    )
  )
    return undefined
  if (typeof schema !== 'boolean' && (typeof schema !== 'object' || schema === null)) return undefined
  const ajv = new Ajv({ strict: false, logger: false, validateSchema: false })
  return ajv.compile(schema)(value) === true
}
