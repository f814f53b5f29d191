import { isJsonObject, type JsonValue } from '../base/json'

const longest = 60

/** A value in a few words, for "is …": scalars as JSON, cut where they are long; containers by their size. */
export function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${count(value.length, 'item')}`
  if (!isJsonObject(value)) return shortJson(value)
  const names = Object.keys(value)
  return names.length === 0 ? 'an empty object' : `an object with ${count(names.length, 'property', 'properties')}`
}

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
