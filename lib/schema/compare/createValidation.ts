import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { checkSchema } from '@/lib/schema/checkSchema'
import { compilePayloadValidator, type PayloadValidator } from '@/lib/schema/compilePayloadValidator'
import { samplePayload } from '@/lib/schema/samplePayload'
import type { SchemaViolation } from '@/lib/schema/schemaViolation'
import { evaluateTerm } from './evaluateTerm'
import type { Term } from './term'

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
