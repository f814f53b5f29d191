import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { decideInclusion } from './compareSchemas'
import { readSchemas } from './read/readSchemas'
import { undecidedComparison } from './schemaComparison'
import { createSolver } from './solve/createSolver'
import { createValidation } from './solve/polishWitness'
import type { Solver } from './solve/solver'

function decide(old: JsonValue, next: JsonValue, change: (solver: Solver) => Solver = (solver) => solver) {
  const pair = readSchemas(old, next)
  const solver = change(createSolver(pair.terms, () => false))
  return decideInclusion(createValidation(old, pair.oldTerm), createValidation(next, pair.newTerm), solver)
}

describe('decideInclusion', () => {
  it('needs no search where both say the same', () => {
    const never: (solver: Solver) => Solver = (solver) => ({
      ...solver,
      within: () => ({ kind: 'unknown', place: '', reason: 'was asked' }),
    })
    expect(decide({ minimum: 1, title: 'a' }, { minimum: 1 }, never)).toEqual({ verdict: 'proved', rule: 'the same' })
    expect(decide({ minimum: 1 }, { minimum: 2 }, never)).toEqual({
      verdict: 'undecided',
      place: '',
      reason: 'was asked',
    })
  })

  it('does not believe a witness that the schemas do not confirm', () => {
    const lying: (solver: Solver) => Solver = (solver) => ({ ...solver, within: () => ({ kind: 'value', value: 5 }) })
    expect(decide({ minimum: 1 }, { minimum: 2 }, lying)).toEqual({
      verdict: 'undecided',
      place: '',
      reason: 'a payload was found that the validators do not agree on',
    })
  })

  it('says why the witness is refused, where that can be said', () => {
    expect(decide({ type: 'integer', minimum: 5, maximum: 6 }, { maximum: 5 })).toMatchObject({
      verdict: 'refuted',
      witness: 6,
      violations: [{ message: 'must be at most 5, is 6', schemaPath: '#/maximum' }],
    })
    // one that no payload validator compiles
    const foreign = { $schema: 'http://json-schema.org/draft-04/schema#', maximum: 5 }
    expect(decide({ const: 6 }, foreign)).toEqual({ verdict: 'refuted', witness: 6, violations: [] })
  })

  it('brings the witness close to the example of the old schema', () => {
    const old: JsonObject = {
      type: 'object',
      properties: { image: { type: 'string' }, maxRunTime: { type: 'integer', maximum: 3600 } },
      required: ['image', 'maxRunTime'],
    }
    const next = { properties: { maxRunTime: { maximum: 600 } } }
    expect(decide(old, next)).toMatchObject({ witness: { image: 'debian:stable', maxRunTime: 3600 } })
  })
})

describe('a validation', () => {
  const of = (schema: JsonValue) => createValidation(schema, readSchemas(schema, true).oldTerm)

  it('asks the term and the payload validator', () => {
    expect(of({ minimum: 1 }).accepts(1)).toBe(true)
    expect(of({ minimum: 1 }).accepts(0)).toBe(false)
    expect(of(false).accepts(0)).toBe(false)
    expect(of(true).accepts(0)).toBe(true)
    const { oldTerm } = readSchemas({ minimum: 2 }, true)
    expect(createValidation({ minimum: 1 }, oldTerm).accepts(1)).toBeUndefined()
  })

  it('knows nothing where the meaning of a keyword decides', () => {
    const foreign = of({ unevaluatedProperties: false })
    expect(foreign.accepts({})).toBeUndefined()
    expect(of({ type: 'string', unevaluatedProperties: false }).accepts(1)).toBe(false)
  })

  it('has examples of schemas that compile and are not very large', () => {
    expect(of({ type: 'integer' }).example()).toBe(1)
    expect(of(true).example()).toBeUndefined()
    expect(of({ pattern: '(?=a)' }).example()).toBeUndefined()
    expect(of({ type: 'integer', description: 'x'.repeat(100_000) }).example()).toBeUndefined()
    expect(of({ pattern: '(?=a)' }).violations('b')).toEqual([])
  })
})

it('a comparison of schemas of which nothing is known says why, and has an entry', () => {
  const { forward, backward, changes } = undecidedComparison('the thread died')
  expect([forward, backward]).toEqual([forward, { verdict: 'undecided', place: '', reason: 'the thread died' }])
  expect(changes).toMatchObject([{ effect: 'undecided', reason: 'the thread died', path: '' }])
})
