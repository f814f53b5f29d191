import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/compare/terms/term'
import { checkPattern } from '@/lib/schema/pattern/checkPattern'
import { testEcmaPattern } from './ecmaPattern'
import { readLength } from './readArray'
import type { Place, Reading, ReadKeywords } from './reading'
import { below } from './schemaSource'

/** All keywords about objects. */
export const readObject: ReadKeywords = (at, reading) => [
  ...readMembers(at, reading),
  ...readNames(at, reading),
  ...readRequired(at, reading),
  ...readDependencies(at, reading),
  ...readLength('object', ['minProperties', 'maxProperties'], at, reading),
]

function readMembers(at: Place, reading: Reading): Term[] {
  const { terms, read, opaque } = reading
  const { schema, pointer } = at
  const properties = mapOf('properties', at, reading)
  const patterns = mapOf('patternProperties', at, reading)
  const unreadable = Object.keys(patterns.map).find((source) => checkPattern(source) !== undefined)
  const found = [...properties.unknown, ...patterns.unknown]
  for (const [name, member] of Object.entries(properties.map)) {
    const term = read(member, below(pointer, 'properties', name))
    if (term !== terms.yes) found.push(terms.make({ kind: 'property', name, term }))
  }
  if (unreadable !== undefined) {
    // which names are others depends on the pattern as well
    const reason = checkPattern(unreadable)?.message ?? ''
    const members = Object.entries(patterns.map).map(([pattern, member]): [string, number] => {
      return [pattern, read(member, below(pointer, 'patternProperties', pattern)).id]
    })
    const key = JSON.stringify(members.sort())
    const sources = Object.keys(patterns.map)
    const matches = (name: string) => someOf(sources.map((source) => testEcmaPattern(source, name)))
    // where no name matches, it says nothing
    const test = (value: JsonValue) => (matchesAny(value, matches) === false ? true : undefined)
    found.push(opaque('patternProperties', at, { reason, of: 'object', key, test }))
    if (schema.additionalProperties === undefined) return found
    const { id } = read(schema.additionalProperties, below(pointer, 'additionalProperties'))
    const others = JSON.stringify([key, Object.keys(properties.map).sort(), id])
    const isOther = (name: string) => !Object.hasOwn(properties.map, name)
    const testOthers = (value: JsonValue) => (matchesAny(value, isOther) === false ? true : undefined)
    return [...found, opaque('additionalProperties', at, { reason, of: 'object', key: others, test: testOthers })]
  }
  for (const [pattern, member] of Object.entries(patterns.map)) {
    const term = read(member, below(pointer, 'patternProperties', pattern))
    if (term !== terms.yes) found.push(terms.make({ kind: 'matching', pattern, term }))
  }
  if (schema.additionalProperties === undefined) return found
  const term = read(schema.additionalProperties, below(pointer, 'additionalProperties'))
  if (term === terms.yes) return found
  const names = Object.keys(properties.map).sort()
  return [...found, terms.make({ kind: 'others', names, patterns: Object.keys(patterns.map).sort(), term })]
}

/** Whether a test holds for any name of an object; undefined where that is not known. */
function matchesAny(value: JsonValue, test: (name: string) => boolean | undefined): boolean | undefined {
  return isJsonObject(value) ? someOf(Object.keys(value).map(test)) : false
}

function someOf(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(true)) return true
  return results.includes(undefined) ? undefined : false
}

function mapOf(keyword: string, at: Place, { opaque }: Reading): { map: JsonObject; unknown: Term[] } {
  const value = at.schema[keyword]
  if (value === undefined) return { map: {}, unknown: [] }
  if (isJsonObject(value)) return { map: value, unknown: [] }
  return { map: {}, unknown: [opaque(keyword, at, { reason: `\`${keyword}\` is not an object`, of: 'object' })] }
}

function readNames({ schema, pointer }: Place, { terms, read }: Reading): Term[] {
  if (schema.propertyNames === undefined) return []
  const term = read(schema.propertyNames, below(pointer, 'propertyNames'))
  return term === terms.yes ? [] : [terms.make({ kind: 'names', term })]
}

function readRequired(at: Place, { terms, opaque }: Reading): Term[] {
  const { required } = at.schema
  if (required === undefined) return []
  const names = namesIn(required)
  if (names === undefined)
    return [opaque('required', at, { reason: '`required` is not a list of names', of: 'object' })]
  return names.map((name) => terms.make({ kind: 'has', name }))
}

function readDependencies(at: Place, reading: Reading): Term[] {
  const { terms, read } = reading
  const { map, unknown } = mapOf('dependencies', at, reading)
  const noObject = terms.not(terms.make({ kind: 'type', type: 'object' }))
  const rules = Object.entries(map).map(([name, needed]) => {
    const names = namesIn(typeof needed === 'string' ? [needed] : needed)
    const term =
      names === undefined
        ? read(needed, below(at.pointer, 'dependencies', name))
        : terms.and(names.map((other) => terms.make({ kind: 'has', name: other })))
    return terms.or([noObject, terms.not(terms.make({ kind: 'has', name })), term])
  })
  return [...unknown, ...rules]
}

function namesIn(value: JsonValue): string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const names = value.filter((name) => typeof name === 'string')
  return names.length === value.length ? names : undefined
}
