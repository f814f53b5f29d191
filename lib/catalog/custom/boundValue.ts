import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import type { Finding } from './customEntry'

const deepest = 40
const mostMembers = 1000
/** characters and values together, with aliases followed */
const largest = 512 * 1024

/**
 * What makes the data of an entry too large to look at, or no JSON. Stops at the first; takes bounded time whatever aliases the text has.
 */
export function boundValue(root: unknown): Finding | undefined {
  let size = 0
  const look = (value: unknown, place: EntryPlace): Finding | undefined => {
    size += typeof value === 'string' ? value.length + 1 : 1
    if (size > largest)
      return tooLarge([], `The entry is larger than ${largest / 1024} KB when its aliases are followed.`)
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return { place, message: 'This is no number of JSON.' }
    }
    if (typeof value !== 'object' || value === null) return undefined
    if (place.length >= deepest) return tooLarge(place, `The entry nests deeper than ${deepest} levels.`)
    const members: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    if (members.length > mostMembers) return tooLarge(place, `This has more than ${mostMembers} members.`)
    for (const [key, member] of members) {
      if (key === '__proto__') return { place: [...place, key], message: 'Nothing can be called __proto__.' }
      size += String(key).length
      const found = look(member, [...place, key])
      if (found !== undefined) return found
    }
    return undefined
  }
  return look(root, [])
}

function tooLarge(place: EntryPlace, message: string): Finding {
  return { code: 'entry-too-large', place, message }
}
