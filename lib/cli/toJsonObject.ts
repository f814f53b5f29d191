import type { JsonObject } from '@/lib/base/json'

/** Plain data of ours as JSON: members that are undefined disappear. */
export function toJsonObject(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
