import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json'
import { compilePattern } from '../compilePattern'
import type { Test, TestsOf } from './everyTest'

type Compile = (subschema: JsonValue) => Test

/** All keywords about objects. Only own properties count. */
export const objectTests: TestsOf<JsonObject> = (schema, compile) => {
  const { minProperties, maxProperties, propertyNames } = schema
  const tests: Test<JsonObject>[] = []
  if (Array.isArray(schema.required)) tests.push(hasAll(schema.required))
  if (typeof minProperties === 'number') tests.push((value) => Object.keys(value).length >= minProperties)
  if (typeof maxProperties === 'number') tests.push((value) => Object.keys(value).length <= maxProperties)
  tests.push(...memberTests(schema, compile))
  if (propertyNames !== undefined) {
    const fits = compile(propertyNames)
    tests.push((value) => Object.keys(value).every((name) => fits(name)))
  }
  tests.push(...dependencyTests(schema, compile))
  return tests
}

function hasAll(names: JsonValue[]): Test<JsonObject> {
  const needed = names.filter((name) => typeof name === 'string')
  return (value) => needed.every((name) => Object.hasOwn(value, name))
}

function memberTests(
  { properties, patternProperties, additionalProperties }: JsonObject,
  compile: Compile,
): Test<JsonObject>[] {
  const compiled = (members: JsonValue | undefined): [string, Test][] =>
    isJsonObject(members) ? Object.entries(members).map(([name, subschema]) => [name, compile(subschema)]) : []
  const declared = new Map(compiled(properties))
  const patterns = compiled(patternProperties).map(([source, fits]) => ({ matches: compilePattern(source).test, fits }))
  if (declared.size === 0 && patterns.length === 0 && additionalProperties === undefined) return []
  const rest = compile(additionalProperties ?? true)

  const memberFits = (name: string, member: JsonValue): boolean => {
    const own = declared.get(name)
    if (own !== undefined && !own(member)) return false
    let known = own !== undefined
    for (const { matches, fits } of patterns) {
      if (!matches(name)) continue
      if (!fits(member)) return false
      known = true
    }
    return known || rest(member)
  }
  return [(value) => Object.entries(value).every(([name, member]) => memberFits(name, member))]
}

function dependencyTests({ dependencies }: JsonObject, compile: Compile): Test<JsonObject>[] {
  if (!isJsonObject(dependencies)) return []
  return Object.entries(dependencies).map(([name, needed]) => {
    const fits: Test<JsonObject> = Array.isArray(needed) ? hasAll(needed) : compile(needed)
    return (value) => !Object.hasOwn(value, name) || fits(value)
  })
}
