import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

const keys = ['$env', '$secret', '$packet', '$hostcredentials', '$abs']

/** A value such as `{$env: NAME}`, which is known only where the worker runs. */
export function asReference(value: JsonValue | undefined): JsonObject | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined
  const reference = value
  return keys.some((key) => (getOwn(reference, key) ?? null) !== null) ? reference : undefined
}
