import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { checkReferenceTypes } from './checkReferenceTypes'

function check(type: JsonValue, reference: JsonObject) {
  const schema: JsonObject = { properties: { a: { type } } }
  return checkReferenceTypes(schema, { a: reference }, ['plugins', 'p']).map(({ path, message, help }) => ({
    path,
    message,
    help,
  }))
}

describe('checkReferenceTypes', () => {
  it.each<[JsonValue, JsonObject]>([
    ['string', { $env: 'N' }],
    ['string', { $env: 'N', type: 'string' }],
    ['integer', { $env: 'N', type: 'number' }],
    ['number', { $env: 'N', type: 'number' }],
    ['boolean', { $env: 'N', type: 'bool' }],
    ['array', { $env: 'N', type: 'list' }],
    [['integer', 'string'], { $env: 'N' }],
    [['integer', 'string'], { $env: 'N', type: 'number' }],
    ['integer', { $env: 'N', type: 'json' }],
    ['integer', { $env: 'N', type: { $env: 'T' } }],
    ['integer', { $secret: 'n', key: 'k' }],
    ['string', { $abs: '.' }],
    ['string', { $packet: 'hostname' }],
    ['object', { $hostcredentials: [] }],
    ['array', { $env: 'N', $hostcredentials: [] }],
  ])('%j takes %j', (type, reference) => {
    expect(check(type, reference)).toEqual([])
  })

  it.each<[JsonValue, JsonObject, string, string]>([
    ['integer', { $env: 'N' }, 'text where a whole number', 'Write type: number in the reference.'],
    ['number', { $env: 'N' }, 'text where a number', 'Write type: number in the reference.'],
    ['boolean', { $env: 'N' }, 'text where true or false', 'Write type: bool in the reference.'],
    ['boolean', { $env: 'N', type: 'number' }, 'a number where true or false', 'Write type: bool in the reference.'],
    ['array', { $env: 'N' }, 'text where a list', 'Write type: list in the reference.'],
    ['object', { $env: 'N' }, 'text where an object', 'Write type: json in the reference.'],
    ['string', { $env: 'N', type: 'list' }, 'a list where text', 'Leave the type of the reference out.'],
    [
      ['integer', 'string'],
      { $env: 'N', type: 'bool' },
      'true or false where a whole number or text',
      'Leave the type of the reference out.',
    ],
    ['integer', { $abs: '.' }, 'text where a whole number', 'Write the value itself, or use another reference.'],
    [
      'integer',
      { $packet: 'hostname' },
      'text where a whole number',
      'Write the value itself, or use another reference.',
    ],
    ['string', { $hostcredentials: [] }, 'an object where text', 'Write the value itself, or use another reference.'],
  ])('%j refuses %j', (type, reference, words, help) => {
    expect(check(type, reference)).toEqual([
      { path: 'plugins.p.a', message: `This reference gives ${words} is needed.`, help },
    ])
  })

  it('is told of a design, at the reference, for the component that it belongs to', () => {
    const design = exampleDesign('mock', { reboot: { taskLimit: { $env: 'LIMIT' } }, success: {} })
    const { problems, effectiveSchema } = composeWorkerType(design, loadCatalog())
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'config-invalid', path: 'plugins.reboot.taskLimit', component: 'plugin reboot' },
    ])
    expect(effectiveSchema).toBeUndefined()
  })
})
