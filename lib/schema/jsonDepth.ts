import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** How deep arrays and objects nest in a value: 0 for a scalar, 1 for `[]`. Runs without recursion. */
export function jsonDepth(value: JsonValue): number {
  let level: JsonValue[] = [value]
  for (let depth = 0; ; depth++) {
    const containers = level.filter((item) => Array.isArray(item) || isJsonObject(item))
    if (containers.length === 0) return depth
    level = containers.flatMap((item) => (Array.isArray(item) ? item : isJsonObject(item) ? Object.values(item) : []))
  }
}
