import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { type PreparedSchema, targetName } from '@/lib/schema/document/prepareSchema'
import { arrayTests } from './arrayTests'
import { type Build, combinedTests, everyTest, type Test } from './everyTest'
import { objectTests } from './objectTests'
import { anyTests, numberTests, stringTests } from './scalarTests'

/** Says whether a value fits; undefined where that takes more than `most` work, in the unit of `Build.spend`, some 200 ns at most. */
export type Decision = {
  (value: JsonValue): boolean
  (value: JsonValue, most: number): boolean | undefined
}

/**
 * Compiles a prepared schema to a function that says whether a value fits: closures, one for each keyword, that know the schema's
 * part of the work and stop at the first misfit. No text is made into code. What is referred to looks at a value once, however often
 * it is referred to: a small schema whose references double with each step would otherwise take for ever. The work is counted while it is
 * done, so that whoever has something else to do can leave it to others once it turns out to be much, whatever schema and value are like.
 */
export function compileDecision({ root, targets }: PreparedSchema): Decision {
  let left = Number.POSITIVE_INFINITY
  const spend = (work: number) => {
    left -= work
    if (left < 0) throw tooMuch
  }
  const compiled = new Map<string, Test>()
  let known = new Map<string, Map<JsonValue, boolean>>()

  const follow =
    (target: string): Test =>
    (value) => {
      // looked up when a value comes: a target may lead back to itself
      const test = compiled.get(target)
      if (test === undefined) return true
      spend(workOfLookup)
      let ofTarget = known.get(target)
      if (ofTarget === undefined) {
        ofTarget = new Map()
        known.set(target, ofTarget)
      }
      const found = ofTarget.get(value) ?? test(value)
      ofTarget.set(value, found)
      return found
    }

  const compile = (schema: JsonValue): Test => {
    if (!isJsonObject(schema)) return () => schema !== false
    const target = targetName(schema)
    const fits = everyTest([
      ...anyTests(schema, build),
      ...whereOf(isFiniteNumber, numberTests(schema, build)),
      ...whereOf(isString, stringTests(schema, build)),
      ...whereOf(isList, arrayTests(schema, build)),
      ...whereOf(isJsonObject, objectTests(schema, build)),
      ...(target === undefined ? [] : [follow(target)]),
      ...combinedTests(schema, build),
    ])
    return (value) => {
      spend(1)
      return fits(value)
    }
  }
  const build: Build = { compile, spend }

  for (const [name, target] of targets) compiled.set(name, compile(target.schema))
  const decide = compile(root)
  const within = (value: JsonValue, most = Number.POSITIVE_INFINITY): boolean | undefined => {
    left = most
    try {
      return decide(value)
    } catch (error) {
      if (error === tooMuch) return undefined
      throw error
    } finally {
      // a large payload must not be kept until the next one comes
      if (targets.size > 0) known = new Map()
    }
  }
  return within as Decision
}

const workOfLookup = 2
const tooMuch = new Error('more work than is allowed')

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
