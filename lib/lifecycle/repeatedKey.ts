import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'

/** The places whose member (of several names, the first that is there and not empty) is that of an earlier one. Values without it pass. */
export function repeatedKey<Placed extends { value: JsonValue }>(places: Placed[], key: string | string[]): Placed[] {
  const seen = new Set<string>()
  return places.filter(({ value }) => {
    const found = memberOf(value, key)
    if (found === undefined) return false
    const text = JSON.stringify(found)
    const again = seen.has(text)
    seen.add(text)
    return again
  })
}

function memberOf(value: JsonValue, key: string | string[]): JsonValue | undefined {
  if (!isJsonObject(value)) return undefined
  if (typeof key === 'string') return getOwn(value, key)
  return key.map((name) => getOwn(value, name)).find((member) => member !== undefined && member !== '')
}
