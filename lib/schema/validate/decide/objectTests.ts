import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import type { Build, Test, TestsOf } from './everyTest'

/** All keywords about objects. Only own properties count. */
export const objectTests: TestsOf<JsonObject> = (schema, build) => {
  const { compile, spend } = build
  const { minProperties, maxProperties, propertyNames } = schema
  const tests: Test<JsonObject>[] = []
  if (Array.isArray(schema.required)) tests.push(hasAll(schema.required, build))
  if (typeof minProperties === 'number') tests.push((value) => Object.keys(value).length >= minProperties)
  if (typeof maxProperties === 'number') tests.push((value) => Object.keys(value).length <= maxProperties)
  tests.push(...memberTests(schema, build))
  if (propertyNames !== undefined) {
    const fits = compile(propertyNames)
    tests.push((value) => {
      const names = Object.keys(value)
      spend(names.length)
      return names.every((name) => fits(name))
    })
  }
  tests.push(...dependencyTests(schema, build))
  return tests
}

function hasAll(names: JsonValue[], { spend }: Build): Test<JsonObject> {
  const needed = names.filter((name) => typeof name === 'string')
  return (value) => {
    spend(needed.length)
    return needed.every((name) => Object.hasOwn(value, name))
  }
}

function memberTests(
  { properties, patternProperties, additionalProperties }: JsonObject,
  { compile, spend }: Build,
): Test<JsonObject>[] {
  const compiled = (members: JsonValue | undefined): [string, Test][] =>
    isJsonObject(members) ? Object.entries(members).map(([name, subschema]) => [name, compile(subschema)]) : []
  const declared = new Map(compiled(properties))
  const patterns = compiled(patternProperties).map(([source, fits]) => ({ ...compilePattern(source), fits }))
  if (declared.size === 0 && patterns.length === 0 && additionalProperties === undefined) return []
  const rest = compile(additionalProperties ?? true)

  const memberFits = (name: string, member: JsonValue): boolean => {
    const own = declared.get(name)
    if (own !== undefined && !own(member)) return false
    let known = own !== undefined
    for (const { test, work, fits } of patterns) {
      spend(1 + name.length * work)
      if (!test(name)) continue
      if (!fits(member)) return false
      known = true
    }
    return known || rest(member)
  }
  return [
    (value) => {
      // entries would take three times as long
      const names = Object.keys(value)
      spend(names.length)
      return names.every((name) => memberFits(name, value[name] ?? null))
    },
  ]
}

function dependencyTests({ dependencies }: JsonObject, build: Build): Test<JsonObject>[] {
  if (!isJsonObject(dependencies)) return []
  return Object.entries(dependencies).map(([name, needed]) => {
    const fits: Test<JsonObject> = Array.isArray(needed) ? hasAll(needed, build) : build.compile(needed)
    return (value) => !Object.hasOwn(value, name) || fits(value)
  })
}
