import { isJsonObject, type JsonObject, type JsonValue } from './json'
import { isSecretName, redacted, secretShapes } from './secretShapes'

/**
 * A text without what looks like a secret: private keys, signatures, sealed cookies, passwords and codes in addresses, tokens of well-known shapes, and
 * what stands behind a name such as `accessToken`. Hashes, ids of tasks, scopes and references to secrets stay.
 */
export function redactText(text: string): string {
  return secretShapes.reduce((before, [shape, after]) => before.replace(shape, after), text)
}

/** As far as a text is looked at beyond what will be said of it: longer than every secret that is known by its length. */
const margin = 200

/**
 * What is said of a text that may have any length: at most `longest` characters of it, without what looks like a secret. It is cut before it is looked
 * through, to twice what will be said, so that this takes the same time however long it is; a secret without its end is one all the same.
 */
export function redactCut(text: string, longest: number): string {
  const read = text.slice(0, 2 * longest + margin)
  const clean = redactText(read)
  // behind a secret that was long stands what was close to the cut, where one of fixed length may have lost its end
  const most = read.length < text.length ? Math.min(longest, clean.length - margin) : longest
  return clean.length > most ? `${clean.slice(0, Math.max(most, 0))} …` : clean
}

/** How much of an object is told. */
interface Bounds {
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
