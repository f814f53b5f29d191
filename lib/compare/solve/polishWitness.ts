import { equalJson, getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { evaluateTerm } from '@/lib/compare/terms/evaluateTerm'
import type { Term } from '@/lib/compare/terms/term'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { compilePayloadValidator, type PayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'

/** looks at a changed witness: enough for any payload that people can read */
const mostTried = 300

/**
 * A witness brought as close to an example as it can be and still `holds`: what it does not need goes away, and what may be as in the example
 * becomes so. Then the difference is what one looks at.
 */
export function polishWitness(
  witness: JsonValue,
  example: JsonValue | undefined,
  holds: (value: JsonValue) => boolean,
): JsonValue {
  let left = mostTried
  const stands = (value: JsonValue) => left-- > 0 && holds(value)

  /** the value at a place, with `within` making the whole of it */
  const polish = (
    value: JsonValue,
    model: JsonValue | undefined,
    within: (part: JsonValue) => JsonValue,
  ): JsonValue => {
    if (model !== undefined && !equalJson(value, model) && stands(within(model))) return model
    if (isJsonObject(value)) return polishObject(value, model !== undefined && isJsonObject(model) ? model : {}, within)
    if (Array.isArray(value)) return polishList(value, Array.isArray(model) ? model : [], within)
    return value
  }

  const polishObject = (value: JsonObject, model: JsonObject, within: (part: JsonValue) => JsonValue): JsonValue => {
    let current = value
    for (const name of Object.keys(value)) {
      if (left <= 0) break
      const without = Object.fromEntries(Object.entries(current).filter(([other]) => other !== name))
      if (getOwn(model, name) === undefined && stands(within(without))) current = without
    }
    for (const name of Object.keys(current)) {
      if (left <= 0) break
      const base = current
      const member = getOwn(current, name)
      if (member === undefined) continue
      const put = (part: JsonValue): JsonObject => ({ ...base, [name]: part })
      current = put(polish(member, getOwn(model, name), (part) => within(put(part))))
    }
    return current
  }

  const polishList = (value: JsonValue[], model: JsonValue[], within: (part: JsonValue) => JsonValue): JsonValue => {
    let current = value
    for (let i = 0; i < value.length && i < 10; i++) {
      const base = current
      const item = current[i]
      if (item === undefined) continue
      const put = (part: JsonValue) => base.map((other, k) => (k === i ? part : other))
      current = put(polish(item, model[i] ?? model[0], (part) => within(put(part))))
    }
    return current
  }

  return polish(witness, example, (part) => part)
}

/** Whether a schema accepts values: by its term and, where one can be compiled, by its payload validator as well. */
export interface Validation {
  term: Term
  /** undefined where the two do not agree or what decides is not known */
  accepts(value: JsonValue): boolean | undefined
  violations(value: JsonValue): SchemaViolation[]
  /** an example that people can read; undefined where none can be made */
  example(): JsonValue | undefined
}

/** examples are for schemas that people read */
const largestExampled = 100_000

/** The validation of a schema and its term. */
export function createValidation(schema: JsonValue, term: Term): Validation {
  let once: { validator: PayloadValidator | undefined } | undefined
  const validatorOf = () => {
    once ??= { validator: compileWhereSound(isJsonObject(schema) ? schema : { allOf: [schema] }) }
    return once.validator
  }
  let exampleOnce: { value: JsonValue | undefined } | undefined
  return {
    term,
    example() {
      exampleOnce ??= {
        value:
          isJsonObject(schema) && validatorOf() !== undefined && JSON.stringify(schema).length < largestExampled
            ? samplePayload(schema, { size: 'minimal' })
            : undefined,
      }
      return exampleOnce.value
    },
    accepts(value) {
      const accepted = evaluateTerm(term, value)
      if (accepted === undefined) return undefined
      const validator = validatorOf()
      return validator === undefined || validator.accepts(value) === accepted ? accepted : undefined
    },
    violations: (value) => validatorOf()?.(value) ?? [],
  }
}

function compileWhereSound(schema: JsonObject): PayloadValidator | undefined {
  return checkSchema(schema).length === 0 ? compilePayloadValidator(schema) : undefined
}
