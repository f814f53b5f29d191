import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { readRecordedRows } from '@/lib/base/testing/recordings'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { composeGenericWorker } from './testing/genericWorkerConformance'

interface Row {
  library: string
  schema: JsonObject
  /** JSON text */
  value: string
  accepted: boolean
}

/** Where a payload of generic-worker has a text of a format. */
const places: Record<string, (value: JsonValue) => JsonObject> = {
  uri: (url) => ({ mounts: [{ file: 'a', content: { url } }] }),
  'date-time': (expires) => ({ artifacts: [{ type: 'file', path: 'a', expires }] }),
}
/** A bare date and a bare time pass the validator, and then the worker cannot read them. */
const isRead: Record<string, RegExp> = { uri: /^/, 'date-time': /T/ }

const { unrestrictedSchema = {} } = composeGenericWorker(loadCatalog(), 'multiuser-linux', {})
const validate = compilePayloadValidator(unrestrictedSchema)
const task = (members: JsonObject): JsonObject => ({ command: [['true']], maxRunTime: 60, ...members })
const rows = readRecordedRows<Row>('validators.ndjson').filter(({ library }) => library.includes('generic-worker'))

describe('the validator of generic-worker', () => {
  it.each(Object.keys(places))('agrees on %s, where a payload can have one', (format) => {
    const known = rows.filter(({ schema }) => schema.format === format)
    const wrong = known.filter(({ value, accepted }) => {
      const taken = validate.accepts(task(places[format]?.(JSON.parse(value)) ?? {}))
      return taken !== (accepted && (isRead[format]?.test(value) ?? false))
    })
    expect(wrong.map(({ value, accepted }) => `${value}: ${accepted}`)).toEqual([])
    expect(known.length).toBeGreaterThan(50)
  })

  it.each<[string, boolean]>([
    ['2026-11-25T00:00:00+24:00', true],
    ['2026-11-25T00:00:00-25:00', false],
    ['2026-11-25T00:00:00+01:60', true],
    ['2026-11-25T00:00:00+01:99', false],
    ['2026-11-25T00:00:.5Z', false],
    ['2026-11-25T0:00:00,5Z', true],
  ])('bounds times as Go does: %s is %s', (expires, taken) => {
    expect(validate.accepts(task(places['date-time']?.(expires) ?? {}))).toBe(taken)
  })

  it('has no other formats in its payloads', () => {
    const found = new Set(JSON.stringify(unrestrictedSchema).match(/(?<="format":")[^"]+/g))
    expect([...found].sort()).toEqual(Object.keys(places).sort())
  })
})
