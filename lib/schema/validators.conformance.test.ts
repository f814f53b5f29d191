import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { readRecordedRows } from '@/lib/base/testing/recordings'
import { checkDraft4Schema } from './check/checkDraft4Schema'
import { translateDraft4 } from './document/translateDraft4'
import { compilePayloadValidator } from './validate/compilePayloadValidator'

interface Row {
  library: string
  schema: JsonObject
  /** JSON text */
  value: string
  accepted: boolean
  refused?: string
}

const rows = readRecordedRows<Row>('validators.ndjson').filter(({ library }) => library.includes('taskcluster-worker'))

/** Whether JSON.parse reads a number as it stands. */
function isHeld(text: string): boolean {
  return !/^-?\d+$/.test(text) || BigInt(text) === BigInt(Number(text))
}

describe("the validator of taskcluster-worker's script engine", () => {
  const values = rows.filter(({ refused, value }) => refused === undefined && isHeld(value))
  const schemas = [...new Set(values.map(({ schema }) => JSON.stringify(schema)))]
  it.each(schemas)('%s', (schema) => {
    const group = values.filter((row) => JSON.stringify(row.schema) === schema)
    const validate = compilePayloadValidator(translateDraft4(JSON.parse(schema), { at: '' }))
    const wrong = group.filter(({ value, accepted }) => {
      const parsed = JSON.parse(value)
      return validate.accepts(parsed) !== accepted || (validate(parsed).length === 0) !== accepted
    })
    expect(wrong.map(({ value, accepted }) => `${value}: ${accepted}`)).toEqual([])
    expect(group.length).toBeGreaterThan(0)
  })

  const unknown = rows.filter(({ refused }) => refused === 'schema')
  it.each(unknown.map(({ schema }) => JSON.stringify(schema)))('does not start with %s', (schema) => {
    expect(checkDraft4Schema(JSON.parse(schema))).not.toEqual([])
  })

  it.each<[JsonObject, boolean]>([
    [{ id: 5 }, true],
    [{ $schema: 5 }, true],
    [{ type: ['string', 'string'] }, true],
    [{ $ref: 5 }, false],
    [{ $id: 5 }, false],
    [{ maxItems: 2147483648 }, false],
    [{ format: [] }, false],
  ])('starts with %j: %s', (schema, starts) => {
    expect(checkDraft4Schema(schema).length === 0).toBe(starts)
  })
})
