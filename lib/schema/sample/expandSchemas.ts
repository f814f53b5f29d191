import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { type PreparedSchema, targetName } from '@/lib/schema/document/prepareSchema'

const mostCombinations = 200

/**
 * The ways in which a value can satisfy schemas together, each as plain schemas: references and `allOf` are opened, of each
 * `anyOf`, `oneOf` and `if` one branch is taken. The first alternatives come first; a bounded number.
 */
export function* expandSchemas(prepared: PreparedSchema, schemas: readonly JsonValue[]): Generator<JsonObject[]> {
  let left = mostCombinations
  function* expand(waiting: readonly JsonValue[], done: readonly JsonObject[]): Generator<JsonObject[]> {
    const [schema, ...rest] = waiting
    if (left <= 0 || schema === false) return
    if (schema === undefined) {
      left--
      yield [...done]
      return
    }
    if (!isJsonObject(schema)) return yield* expand(rest, done)

    const { allOf, anyOf, oneOf, if: condition, then, else: otherwise, dependencies: _, ...plain } = schema
    const target = prepared.targets.get(targetName(schema) ?? '')
    const parts = [...(target === undefined ? [] : [target.schema]), ...(Array.isArray(allOf) ? allOf : [])]
    const choices = [anyOf, oneOf].filter((branches) => Array.isArray(branches))
    if (condition !== undefined) {
      choices.push([{ allOf: [condition, then ?? true] }, { allOf: [{ not: condition }, otherwise ?? true] }])
    }
    for (const [name, needed] of Object.entries(isJsonObject(schema.dependencies) ? schema.dependencies : {})) {
      // a property that must be there brings with it what depends on it; of another one that is a choice
      const isRequired = Array.isArray(schema.required) && schema.required.includes(name)
      if (!Array.isArray(needed)) choices.push(isRequired ? [needed] : [true, needed])
    }
    const own = schema.dependencies === undefined ? plain : { ...plain, dependencies: schema.dependencies }
    for (const chosen of combinations(choices)) yield* expand([...parts, ...chosen, ...rest], [...done, own])
  }
  yield* expand(schemas, [])
}

/** One branch of each choice, in every combination. */
function* combinations(choices: readonly JsonValue[][]): Generator<JsonValue[]> {
  const [first, ...rest] = choices
  if (first === undefined) {
    yield []
    return
  }
  for (const branch of first) for (const others of combinations(rest)) yield [branch, ...others]
}
