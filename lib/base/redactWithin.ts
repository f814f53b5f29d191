import { isJsonObject, type JsonObject, type JsonValue } from './json'
import { redactCut } from './redact'
import { isSecretName, redacted } from './secretShapes'

/** How much of an object is told. */
export interface Bounds {
  /** characters of one text */
  longestText: number
  /** characters of everything together, roughly: a log has no line and the audit no row that is much longer */
  longest: number
}

const longestName = 200
/** what a member costs beside its text */
const perMember = 10

/**
 * An object as it may be told to a log or to the audit, whoever wrote it: members whose names speak of a secret lose their text (an object may be a reference,
 * and is looked into), other texts lose what looks like one; long texts are cut, and what is left out at the end of a list or an object is counted there.
 */
export function redactWithin(object: JsonObject, { longestText, longest }: Bounds): JsonObject {
  let left = longest
  const text = (value: string, most: number) => {
    const cut = redactCut(value, Math.min(most, Math.max(left, 0)))
    left -= cut.length
    return cut
  }
  const told = (value: JsonValue, isSecret: boolean): JsonValue => {
    left -= perMember
    if (typeof value === 'string') return isSecret && value !== '' ? redacted : text(value, longestText)
    if (Array.isArray(value)) return items(value, isSecret)
    return isJsonObject(value) ? members(value) : value
  }
  const items = (values: JsonValue[], isSecret: boolean): JsonValue[] => {
    const kept: JsonValue[] = []
    for (const value of values) {
      if (left <= 0) return [...kept, `… ${values.length - kept.length} more`]
      kept.push(told(value, isSecret))
    }
    return kept
  }
  const members = (value: JsonObject): JsonObject => {
    const entries = Object.entries(value)
    const kept: [string, JsonValue][] = []
    for (const [name, member] of entries) {
      if (left <= 0) return Object.fromEntries([...kept, ['…', `${entries.length - kept.length} more`]])
      kept.push([text(name, longestName), told(member, name.length > longestName || isSecretName(name))])
    }
    return Object.fromEntries(kept)
  }
  return members(object)
}
