import { isJsonObject, type JsonObject, type JsonValue } from './json'

/** What stands where a secret stood. */
export const instead = '[redacted]'

const secretName = /token|secret|password|passphrase|credential|certificate|authorization|api[-_]?key|private[-_]?key/i

/** Whether the name of a member speaks of a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name)
}

const secretShapes: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, instead],
  [/\b(Hawk|Bearer|Basic)\s+(?=\S)[^\n]{8,}/g, `$1 ${instead}`],
  [/([?&]bewit=)[^&\s]+/g, `$1${instead}`],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/@]+@/gi, `$1:${instead}@`],
  [/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g, instead],
  [/\b(gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|AKIA|ASIA)[\w-]{12,}/g, instead],
  [/\bFe26\.2\*[\w*.~-]+/g, instead],
  [/(access_?token|password|secret)(["']?\s*[:=]\s*["']?)[^\s"',}]{4,}/gi, `$1$2${instead}`],
]

/** A text without what looks like a secret: keys, signatures, sealed cookies, passwords in URLs, tokens of well-known shapes. */
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
  const withoutSecrets = ([name, member]: [string, JsonValue]): [string, JsonValue] => {
    const isSecret = isSecretName(name) && typeof member === 'string' && member !== ''
    return [name, isSecret ? instead : redact(member)]
  }
  return Object.fromEntries(Object.entries(object).map(withoutSecrets))
}
