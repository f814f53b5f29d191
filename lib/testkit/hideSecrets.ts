import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { secretPlaces } from '@/lib/compose/secretPlaces'

/** A copy of a configuration with a reference in place of every secret, as in a design. */
export function hideSecrets(schema: JsonObject, config: JsonValue): JsonValue {
  return secretPlaces(schema, config).reduce<JsonValue>(withReference, config)
}

function withReference(value: JsonValue, [head, ...rest]: readonly (string | number)[]): JsonValue {
  if (head === undefined) return { $env: 'SECRET' }
  if (Array.isArray(value)) return value.map((item, i) => (i === head ? withReference(item, rest) : item))
  if (!isJsonObject(value)) return value
  return { ...value, [head]: withReference(getOwn(value, String(head)) ?? null, rest) }
}
