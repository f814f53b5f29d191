import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { readSchemas } from '@/lib/compare/read/readSchemas'
import type { Inclusion } from '@/lib/compare/schemaComparison'
import { evaluateTerm } from '@/lib/compare/terms/evaluateTerm'
import { ajvAccepts } from '@/lib/schema/testing/ajvAccepts'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { decideBoth } from './decideBoth'

/** `=` the same payloads, `<` the second schema takes more, `>` it takes fewer, `|` each takes some that the other refuses. */
export type Relation = '=' | '<' | '>' | '|'

/**
 * An old and a new schema, how they relate, and payloads worked out by hand: one that the wider of the two accepts alone; for `|`, one that
 * only the old and one that only the new schema accepts. For `=`, a payload that both refuse may be given.
 */
export type RelationRow =
  | [old: JsonValue, relation: '=', next: JsonValue, refused?: JsonValue]
  | [old: JsonValue, relation: '<' | '>', next: JsonValue, between: JsonValue]
  | [old: JsonValue, relation: '|', next: JsonValue, onlyOld: JsonValue, onlyNew: JsonValue]

const verdictsOf: Record<Relation, [forward: Inclusion['verdict'], backward: Inclusion['verdict']]> = {
  '=': ['proved', 'proved'],
  '<': ['proved', 'refuted'],
  '>': ['refuted', 'proved'],
  '|': ['refuted', 'refuted'],
}

/** One test a row: the verdicts both ways, also where the two stand inside other schemas, the witnesses, and what the payloads show. */
export function describeRelations(name: string, rows: RelationRow[]): void {
  describe(name, () => {
    it.each(rows)('%j %s %j', (old, relation, next, ...payloads) => {
      for (const [i, payload] of payloads.entries())
        if (payload !== undefined) expectBetween(old, relation, next, payload, i)
      const { forward, backward, changes } = compareSchemas(old, next)
      expect([forward.verdict, backward.verdict]).toEqual(verdictsOf[relation])
      expectWitness(forward, old, next)
      expectWitness(backward, next, old)
      const effects = new Set(changes.map(({ effect }) => effect))
      expect(effects.has('narrows')).toBe(forward.verdict === 'refuted')
      if (relation === '<') expect(effects.has('widens')).toBe(true)
      for (const [place, put] of settings)
        expect([place, ...decideBoth(put(old), put(next))]).toEqual([place, ...verdictsOf[relation]])
      // what one takes more, its negation takes less
      expect(decideBoth(negated(old), negated(next))).toEqual([...verdictsOf[relation]].reverse())
    })
  })
}

/** Places in which two schemas relate as they do by themselves. */
const settings: [string, (schema: JsonValue) => JsonValue][] = [
  ['property', (schema) => ({ properties: { a: moved(schema) }, required: ['a'], definitions: definitionsOf(schema) })],
  ['items', (schema) => ({ type: 'array', items: moved(schema), minItems: 1, definitions: definitionsOf(schema) })],
  ['other order', reversed],
]

function negated(schema: JsonValue): JsonValue {
  return { not: moved(schema), definitions: definitionsOf(schema) }
}

/** The definitions of a schema stay where its references look for them. */
function definitionsOf(schema: JsonValue): JsonValue {
  return isJsonObject(schema) ? (schema.definitions ?? {}) : {}
}

function moved(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema
  const { definitions: _, ...rest } = schema
  return rest
}

/** The same schema with the keys of all its objects in the other order. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([key, member]): [string, JsonValue] => [key, reversed(member)])
  return Object.fromEntries(entries.reverse())
}

function expectBetween(old: JsonValue, relation: Relation, next: JsonValue, payload: JsonValue, index: number): void {
  const byOld = relation === '>' || (relation === '|' && index === 0)
  const byNew = relation === '<' || (relation === '|' && index === 1)
  for (const [schema, expected] of [
    [old, byOld],
    [next, byNew],
  ] as const) {
    const judged = {
      validator: compilePayloadValidator(isJsonObject(schema) ? schema : { allOf: [schema] }).accepts(payload),
      term: evaluateTerm(readSchemas(schema, true).oldTerm, payload),
      ajv: ajvAccepts(schema, payload) ?? expected,
    }
    expect({ schema, payload, ...judged }).toEqual({
      schema,
      payload,
      validator: expected,
      term: expected,
      ajv: expected,
    })
  }
}

function expectWitness(inclusion: Inclusion, from: JsonValue, into: JsonValue): void {
  if (inclusion.verdict !== 'refuted') return
  const { witness, violations } = inclusion
  expect(ajvAccepts(from, witness) ?? true).toBe(true)
  expect(ajvAccepts(into, witness) ?? false).toBe(false)
  expect(violations).not.toEqual([])
}
