import { isJsonObject, type JsonObject, type JsonValue } from './json'
import { isSecretName, redacted, secretShapes } from './secretShapes'

/**
 * A text without what looks like a secret: private keys, signatures, sealed cookies, passwords and codes in addresses, tokens of well-known shapes, and
 * what stands behind a name such as `accessToken`. Hashes, ids of tasks, scopes and references to secrets stay.
 */
export function redactText(text: string): string {
  return secretShapes.reduce((before, [shape, after]) => before.replace(shape, after), text)
}

/** A value without secrets: members whose names speak of one lose their text, other texts lose what looks like one. */
export function redact(value: JsonValue): JsonValue {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  return isJsonObject(value) ? redactMembers(value) : value
}

/** The same for an object. */
export function redactMembers(object: JsonObject): JsonObject {
  const withoutSecrets = ([name, member]: [string, JsonValue]): [string, JsonValue] => [
    redactText(name),
    isSecretName(name) ? withoutText(member) : redact(member),
  ]
  return Object.fromEntries(Object.entries(object).map(withoutSecrets))
}

/** What stands at the name of a secret: texts go, also in a list; an object may be a reference, and is looked into. */
function withoutText(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value === '' ? value : redacted
  return Array.isArray(value) ? value.map(withoutText) : redact(value)
}
