import type { JsonObject, JsonValue } from '@/lib/base/json'

/** `if` with its branches. Not a literal: an object with a literal `then` would look like a promise. */
export function condition(holds: JsonValue, then?: JsonValue, otherwise?: JsonValue): JsonObject {
  return Object.fromEntries([
    ['if', holds],
    ...(then === undefined ? [] : [['then', then] as const]),
    ...(otherwise === undefined ? [] : [['else', otherwise] as const]),
  ])
}
