import Ajv, { type ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { arbitrarySchema, arbitraryValue } from '@/lib/schema/testing/arbitrarySchema'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { compareSchemas, decideInclusion } from './compareSchemas'
import { readSchemas } from './read/readSchemas'
import type { Inclusion } from './schemaComparison'
import { createSolver } from './solve/createSolver'
import { createValidation } from './solve/polishWitness'
import { evaluateTerm } from './terms/evaluateTerm'
import { arbitraryPair } from './testing/arbitraryPair'

// as JSON has them: with the usual prototype
const values = fc
  .sample(arbitraryValue, { numRuns: 250, seed: 4711 })
  .map((value): JsonValue => JSON.parse(JSON.stringify(value)))
type Accepts = (value: JsonValue) => boolean

/** Only the verdicts: what most laws are about. */
function verdicts(old: JsonObject, next: JsonObject): { forward: Inclusion; backward: Inclusion } {
  const pair = readSchemas(old, next)
  const solver = createSolver(pair.terms, () => false)
  const before = createValidation(old, pair.oldTerm)
  const after = createValidation(next, pair.newTerm)
  return { forward: decideInclusion(before, after, solver), backward: decideInclusion(after, before, solver) }
}

/** Why a verdict cannot be; undefined where nothing is known against it. */
function contradiction(
  inclusion: Inclusion,
  from: Accepts,
  into: Accepts,
  samples: readonly JsonValue[],
): JsonValue | undefined {
  if (inclusion.verdict === 'proved') return samples.find((value) => from(value) && !into(value))
  if (inclusion.verdict === 'refuted' && (!from(inclusion.witness) || into(inclusion.witness))) return inclusion.witness
  return undefined
}

function expectSound(old: JsonObject, next: JsonObject, before: Accepts, after: Accepts, samples = values): void {
  const { forward, backward } = verdicts(old, next)
  expect(contradiction(forward, before, after, samples)).toBeUndefined()
  expect(contradiction(backward, after, before, samples)).toBeUndefined()
}

const payloadValidator = (schema: JsonObject): Accepts => compilePayloadValidator(schema).accepts

/**
 * Where ajv reads a schema as this project does: it takes names of `Object.prototype` for properties, finds a required property named by the empty
 * text in every object, and divides in binary.
 */
function isPlain(schema: JsonObject): boolean {
  return !/constructor|toString|valueOf|"format"|multipleOf|1e\+?308|5e-324|\\s|"enum":\[\]|[[,]""/.test(
    JSON.stringify(schema),
  )
}

function ajvValidator(schema: JsonObject): Accepts {
  const validate: ValidateFunction = new Ajv({ strict: false, logger: false, validateSchema: false }).compile(schema)
  return (value) => validate(value)
}

const plainValues = values.filter((value) => !/constructor|toString|valueOf/.test(JSON.stringify(value)))

describe('the laws of inclusion', () => {
  it('never proves what a sample refutes, nor shows a witness that is none', () => {
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) =>
        expectSound(old, next, payloadValidator(old), payloadValidator(next)),
      ),
      { numRuns: deepRuns(16_000) },
    )
  })

  it('holds for schemas that have nothing to do with each other', () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitrarySchema, (old, next) =>
        expectSound(old, next, payloadValidator(old), payloadValidator(next)),
      ),
      { numRuns: deepRuns(2500) },
    )
  })

  it('agrees with an independent validator', () => {
    fc.assert(
      fc.property(
        arbitraryPair.filter(([old, next]) => isPlain(old) && isPlain(next)),
        ([old, next]) => expectSound(old, next, ajvValidator(old), ajvValidator(next), plainValues),
      ),
      { numRuns: deepRuns(1500) },
    )
  })

  it('is reflexive, whatever the order of keys and the titles', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        const { forward, backward, changes } = compareSchemas(schema, retold(schema))
        expect([forward.verdict, backward.verdict]).toEqual(['proved', 'proved'])
        expect(changes.filter(({ effect }) => effect !== 'text only')).toEqual([])
      }),
      { numRuns: deepRuns(500) },
    )
  })

  it('takes a schema into alternatives, and what must also fit something else into the schema', () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitrarySchema, ({ definitions = {}, ...schema }, { definitions: _, ...other }) => {
        const one = { ...schema, definitions }
        expect(verdicts(one, { anyOf: [schema, other], definitions }).forward.verdict).not.toBe('refuted')
        expect(verdicts({ allOf: [schema, other], definitions }, one).forward.verdict).not.toBe('refuted')
      }),
      { numRuns: deepRuns(1000) },
    )
  })

  it('is transitive', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryPair, ([first, second], [, other]) => {
        const third = {
          anyOf: [withoutDefinitions(second), withoutDefinitions(other)],
          definitions: first.definitions ?? {},
        }
        if (verdicts(first, second).forward.verdict !== 'proved') return
        if (verdicts(second, third).forward.verdict !== 'proved') return
        expect(verdicts(first, third).forward.verdict).not.toBe('refuted')
      }),
      { numRuns: deepRuns(300) },
    )
  })

  it('reads references as what they lead to', () => {
    fc.assert(
      fc.property(arbitrarySchema, ({ definitions = {}, ...schema }) => {
        const referring = {
          properties: { a: { $ref: '#/definitions/moved' } },
          definitions: { ...Object(definitions), moved: schema },
        }
        const { forward, backward } = verdicts(referring, { properties: { a: schema }, definitions })
        expect([forward, backward]).toEqual([
          { verdict: 'proved', rule: 'the same' },
          { verdict: 'proved', rule: 'the same' },
        ])
      }),
      { numRuns: deepRuns(300) },
    )
  })

  it('gives changes whose witnesses hold', () => {
    fc.assert(
      fc.property(arbitraryPair, ([old, next]) => {
        const { changes, forward } = compareSchemas(old, next)
        const [before, after] = [payloadValidator(old), payloadValidator(next)]
        for (const { effect, witness } of changes) {
          if (witness === undefined) continue
          expect([before(witness), after(witness)]).toEqual(effect === 'narrows' ? [true, false] : [false, true])
        }
        const isExplained = changes.some(({ effect }) => effect === 'narrows')
        expect(isExplained).toBe(forward.verdict === 'refuted')
      }),
      { numRuns: deepRuns(600) },
    )
  })
})

describe('a term', () => {
  it('accepts a value exactly where the schema does', () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        const { oldTerm } = readSchemas(schema, true)
        const accepts = payloadValidator(schema)
        for (const value of values.slice(0, 60)) expect(evaluateTerm(oldTerm, value)).toBe(accepts(value))
      }),
      { numRuns: deepRuns(1000) },
    )
  })
})

/** The same schema in another order, with titles. */
function retold(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema)
    .reverse()
    .map(([key, value]): [string, JsonValue] => {
      const inner = ['allOf', 'anyOf', 'oneOf'].includes(key) && Array.isArray(value) ? [...value].reverse() : value
      return [key, inner]
    })
  return { title: 'Another title', ...Object.fromEntries(entries) }
}

function withoutDefinitions({ definitions: _, ...schema }: JsonObject): JsonValue {
  return isJsonObject(schema) ? schema : {}
}
