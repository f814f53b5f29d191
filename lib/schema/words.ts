import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** The candidate that a misspelt name most likely means; undefined where none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const allowed = name.length < 4 ? 1 : name.length < 8 ? 2 : 3
  let best: string | undefined
  let least = allowed + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > allowed) continue
    const distance = plain(candidate) === plain(name) ? 0 : editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least && distance < candidate.length) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** `max_run-time` and `maxRunTime` are the same to a person. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/g, '')
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let distance = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(distance)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** A value in a few words, for "is …": scalars as JSON, cut where they are long; containers by their size. */
export function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${count(value.length, 'item')}`
  if (!isJsonObject(value)) return shortJson(value)
  const names = Object.keys(value)
  return names.length === 0 ? 'an empty object' : `an object with ${count(names.length, 'property', 'properties')}`
}

const longest = 60

/** JSON text of a value, cut where it is long. */
export function shortJson(value: JsonValue): string {
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, longest + 1)) : JSON.stringify(value)
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$|\\[^"]{0,5}$/, '')
  return typeof value === 'string' ? `${cut}…"` : `${cut}…`
}

/** A number with its noun: `1 item`, `2 items`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    null: 'null',
    boolean: 'true or false',
    integer: 'an integer',
    number: 'a number',
    string: 'a string',
    array: 'an array',
    object: 'an object',
  }),
)

/** Types in words: `an integer or a string`. */
export function typeWords(types: readonly string[]): string {
  const phrases = [...new Set(types)].map((type) => words.get(type) ?? type)
  if (phrases.length < 2) return phrases.join('') || 'of no type at all'
  return `${phrases.slice(0, -1).join(', ')} or ${phrases.at(-1)}`
}
