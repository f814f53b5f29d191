import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { foldName } from '@/lib/base/texts'
import { placePath } from '@/lib/compose/design/places'
import { findViolations } from '@/lib/schema/validate/findViolations'

/** A member of a configuration file that counts. */
export interface ReadMember {
  /** the property as the program calls it, segments joined by `/` */
  property: string
  /** where its value stands in the file */
  place: string[]
  value: JsonValue
}

/** A configuration file as the program reads it. */
export interface ReadMembers {
  members: ReadMember[]
  /** members that the program does not know: it does not start */
  unknown: { place: string[]; value: JsonValue }[]
  problems: Problem[]
}

/** What stands somewhere for a property; without a place it is the program's own default. */
interface Assignment {
  place?: string[]
  value: JsonValue
}

/**
 * Reads a configuration as a program written in Go does that merges it over its defaults as a map, writes that as JSON with the keys in byte order,
 * and reads the text into its structure without regard to case. So of two spellings of a property the one counts that sorts later, the
 * default's among them; maps (properties of the type object) and structures are merged member by member.
 *
 * `schemas` has the properties that the program knows, segments joined by `/`. Problems: the notices `setting-read-as` and `setting-null`, the warning `setting-lost`, and
 * the error `config-invalid` for values with which the program does not start although they do not count.
 */
export function readMembers(data: JsonObject, schemas: ReadonlyMap<string, JsonObject>): ReadMembers {
  const assigned = new Map<string, Assignment[]>()
  const read: ReadMembers = { members: [], unknown: [], problems: [] }
  const names = namesOf(schemas)

  function walk(members: JsonObject, place: string[], inside: string, isDefault: boolean): void {
    const level = names.get(inside) ?? new Map<string, string>()
    const keys = new Set([...Object.keys(members), ...(isDefault ? level.values() : [])])
    for (const key of [...keys].sort()) {
      const name = level.get(foldName(key))
      const value = getOwn(members, key)
      const at = [...place, key]
      if (name === undefined) {
        read.unknown.push({ place: at, value: value ?? null })
        continue
      }
      const property = inside === '' ? name : `${inside}/${name}`
      if (value === null) {
        read.problems.push(saysNothing(at))
        continue
      }
      if (!names.has(property)) {
        const entry = value === undefined ? { value: null } : { place: at, value }
        assigned.set(property, [...(assigned.get(property) ?? []), entry])
      } else if (value === undefined || isJsonObject(value)) walk(value ?? {}, at, property, isDefault && key === name)
      else read.problems.push(notStarting(at, `${at.join('.')} must be an object`))
    }
  }

  walk(data, [], '', true)
  for (const [property, entries] of assigned) {
    const given = entries.filter((entry): entry is Required<Assignment> => entry.place !== undefined)
    if (given.length === 0) continue
    const schema = schemas.get(property) ?? {}
    const isMap = schema.type === 'object' && given.every(({ value }) => isJsonObject(value))
    if (isMap) readMap(property, given, read)
    else readValue(property, entries, given, schema, read)
  }
  return read
}

/** By structure, `''` the outermost: the names of its members, by their folded form. */
function namesOf(schemas: ReadonlyMap<string, JsonObject>): Map<string, Map<string, string>> {
  const names = new Map<string, Map<string, string>>()
  for (const property of schemas.keys()) {
    const segments = property.split('/')
    for (const [i, name] of segments.entries()) {
      const inside = segments.slice(0, i).join('/')
      names.set(inside, (names.get(inside) ?? new Map<string, string>()).set(foldName(name), name))
    }
  }
  return names
}

/** The last one counts. */
function readValue(
  property: string,
  entries: Assignment[],
  given: Required<Assignment>[],
  schema: JsonObject,
  read: ReadMembers,
): void {
  const last = entries.at(-1)
  for (const { place, value } of given) {
    if (place === last?.place) {
      read.members.push({ property, place, value })
      read.problems.push(...readAs(property, place))
      continue
    }
    const wanted: JsonObject = schema.type === undefined ? {} : { type: schema.type }
    if (findViolations(wanted, value).length > 0) {
      read.problems.push(notStarting(place, `${place.join('.')} must be of the type ${schema.type}`))
    } else read.problems.push(lost(property, place, last?.place))
  }
}

/** All count, member by member. */
function readMap(property: string, given: Required<Assignment>[], read: ReadMembers): void {
  const owners = new Map<string, string[]>()
  const merged = new Map<string, JsonValue>()
  for (const { place, value } of given) {
    read.problems.push(...readAs(property, place))
    for (const [name, member] of Object.entries(isJsonObject(value) ? value : {})) {
      const before = owners.get(name)
      if (before !== undefined) read.problems.push(lost(`${property}/${name}`, before, [...place, name]))
      owners.set(name, [...place, name])
      merged.set(name, member)
    }
  }
  const place = given.at(-1)?.place ?? property.split('/')
  read.members.push({ property, place, value: Object.fromEntries(merged) })
}

/** Go leaves a value as it is where it reads null. */
function saysNothing(place: string[]): Problem {
  const message = `The worker reads null at ${place.join('.')} as if it were not there.`
  return { code: 'setting-null', severity: 'notice', message, path: placePath(place), help: 'Leave it out.' }
}

function readAs(property: string, place: string[]): Problem[] {
  const [written, name] = [place.join('.'), property.replaceAll('/', '.')]
  if (written === name) return []
  const message = `The worker reads ${written} as ${name}.`
  return [{ code: 'setting-read-as', severity: 'notice', message, path: placePath(place), help: `Write ${name}.` }]
}

function lost(property: string, place: string[], winner: string[] | undefined): Problem {
  const [written, name] = [place.join('.'), property.replaceAll('/', '.')]
  const counts = winner === undefined ? 'its own default' : winner.join('.')
  return {
    code: 'setting-lost',
    severity: 'warning',
    message: `The worker reads ${written} as ${name} and loses it: ${counts} counts, which it reads later.`,
    path: placePath(place),
    help: `Write ${name} once, in this case of letters.`,
  }
}

function notStarting(place: string[], what: string): Problem {
  return {
    code: 'config-invalid',
    severity: 'error',
    message: `The worker would not start: ${what}.`,
    path: placePath(place),
  }
}
