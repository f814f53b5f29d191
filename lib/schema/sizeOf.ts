import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** This many characters of a text count as a value. */
const charactersOfOne = 16

/**
 * How much there is in a value: its values of all depths, names and texts by their length. What a schema decides takes time that grows with its size times that
 * of the payload, references and patterns included. Stops counting once it is more than `most`.
 */
export function sizeOf(value: JsonValue, most = Number.POSITIVE_INFINITY): number {
  let size = 0
  const open = [value]
  for (let next = open.pop(); next !== undefined && size <= most; next = open.pop()) {
    size++
    if (typeof next === 'string') size += next.length / charactersOfOne
    else if (Array.isArray(next)) {
      if (next.length > most) return Number.POSITIVE_INFINITY
      for (const item of next) open.push(item)
    } else if (isJsonObject(next)) {
      for (const [name, member] of Object.entries(next)) {
        size += name.length / charactersOfOne
        open.push(member)
      }
    }
  }
  return size
}
