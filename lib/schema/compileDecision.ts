import { isJsonObject, type JsonValue } from '../base/json'
import { anyTests } from './decide/anyTests'
import { arrayTests } from './decide/arrayTests'
import { combinedTests } from './decide/combinedTests'
import { everyTest, type Test } from './decide/everyTest'
import { numberTests } from './decide/numberTests'
import { objectTests } from './decide/objectTests'
import { stringTests } from './decide/stringTests'
import type { PreparedSchema } from './prepareSchema'
import { targetName } from './targetName'

/**
 * Compiles a prepared schema to a function that says whether a value fits: closures, one for each keyword, that know the schema's
 * part of the work and stop at the first misfit. No text is made into code.
 */
export function compileDecision({ root, targets }: PreparedSchema): Test {
  const compiled = new Map<string, Test>()

  const compile = (schema: JsonValue): Test => {
    if (!isJsonObject(schema)) return () => schema !== false
    const target = targetName(schema)
    return everyTest([
      ...anyTests(schema, compile),
      ...whereOf(isFiniteNumber, numberTests(schema, compile)),
      ...whereOf(isString, stringTests(schema, compile)),
      ...whereOf(isList, arrayTests(schema, compile)),
      ...whereOf(isJsonObject, objectTests(schema, compile)),
      // looked up when a value comes: a target may lead back to itself
      ...(target === undefined ? [] : [(value: JsonValue) => compiled.get(target)?.(value) ?? true]),
      ...combinedTests(schema, compile),
    ])
  }

  for (const [name, target] of targets) compiled.set(name, compile(target.schema))
  return compile(root)
}

/** Tests of one type of values as a test of all: the others pass. */
function whereOf<V extends JsonValue>(isOne: (value: JsonValue) => value is V, tests: Test<V>[]): Test[] {
  if (tests.length === 0) return []
  const fits = everyTest(tests)
  return [(value) => !isOne(value) || fits(value)]
}

/** A number too large for a double, such as 1e400, is none. */
function isFiniteNumber(value: JsonValue): value is number {
  return Number.isFinite(value)
}

function isString(value: JsonValue): value is string {
  return typeof value === 'string'
}

function isList(value: JsonValue): value is JsonValue[] {
  return Array.isArray(value)
}
