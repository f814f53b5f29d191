import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** The numbers in some members of a value, multiplied. Members that are absent or no numbers count as one; a value that is no object gives undefined. */
export function memberProduct(value: JsonValue, members: string[]): number | undefined {
  if (!isJsonObject(value)) return undefined
  return members.reduce((product, name) => {
    const factor = Object.hasOwn(value, name) ? value[name] : 1
    return typeof factor === 'number' ? product * factor : product
  }, 1)
}
