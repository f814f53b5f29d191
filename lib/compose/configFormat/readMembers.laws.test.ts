import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { foldName } from '@/lib/base/texts'
import { readMembers } from './readMembers'

const defaults: JsonObject = {
  enableMounts: true,
  maxTaskRunTime: 86400,
  workerTypeMetadata: {},
  d2gConfig: { enableD2G: false, allowKVM: true },
}
const schemas = new Map<string, JsonObject>([
  ['enableMounts', { type: 'boolean' }],
  ['maxTaskRunTime', { type: 'integer' }],
  ['workerTypeMetadata', { type: 'object' }],
  ['d2gConfig/enableD2G', { type: 'boolean' }],
  ['d2gConfig/allowKVM', { type: 'boolean' }],
])

/** Step one of the program: maps over maps. */
function merge(under: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...under }
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name]
    merged[name] = isJsonObject(below) && isJsonObject(value) ? merge(below, value) : value
  }
  return merged
}

/** Steps two and three: member after member in byte order into a structure; `free` is a map, which has any names. */
function decode(text: JsonObject, into: JsonObject, free: boolean): JsonObject {
  for (const name of Object.keys(text).sort()) {
    const field = free ? name : (Object.keys(into).find((one) => foldName(one) === foldName(name)) ?? name)
    const [value = null, before] = [text[name], into[field]]
    const isMap = field === 'workerTypeMetadata'
    into[field] = !free && isJsonObject(value) && isJsonObject(before) ? decode(value, before, isMap) : value
  }
  return into
}

const spelled = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((upper) => [...name].map((letter, i) => (upper[i] ? letter.toUpperCase() : letter.toLowerCase())).join(''))
    .chain((other) => fc.constantFrom(name, other))

function structure(members: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonObject> {
  const one = fc.constantFrom(...Object.entries(members)).chain(([name, value]) => fc.tuple(spelled(name), value))
  return fc.array(one, { maxLength: 6 }).map((entries) => Object.fromEntries(entries))
}

const file = structure({
  enableMounts: fc.boolean(),
  maxTaskRunTime: fc.nat(9),
  workerTypeMetadata: fc.dictionary(fc.constantFrom('a', 'A', 'b'), fc.nat(9), { noNullPrototype: true }),
  d2gConfig: structure({ enableD2G: fc.boolean(), allowKVM: fc.boolean() }),
})

it('takes of every file what the program takes', () => {
  fc.assert(
    fc.property(file, (data) => {
      const { members, problems, unknown } = readMembers(data, schemas)
      const taken = members.reduce<JsonObject>((all, { property, value }) => {
        const [head = '', inner] = property.split('/')
        return merge(all, { [head]: inner === undefined ? value : { [inner]: value } })
      }, {})
      expect(merge(defaults, taken)).toEqual(decode(merge(defaults, data), structuredClone({ ...defaults }), false))
      expect(unknown).toEqual([])
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: deepRuns(2000, 1 / 4) },
  )
})
