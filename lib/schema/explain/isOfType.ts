import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** Whether a value has a JSON Schema type. 1.0 is an integer; a number too large for a double is none. */
export function isOfType(value: JsonValue, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    default:
      return typeof value === type
  }
}
