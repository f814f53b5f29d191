import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { StartCheck } from '@/lib/catalog/entry/entry'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { passesStartChecks } from './trialContexts'

const made = madeUpCatalog({}, {}, []).workers['taskcluster-worker']?.plugins.made
if (made === undefined) throw new Error('there is no plugin')
const plugin = made

const check = (at: string, members: Partial<StartCheck>): StartCheck => ({
  id: 'c',
  message: 'No.',
  at,
  stage: 'plugin',
  ...members,
})
const passes = (startChecks: StartCheck[], config: JsonValue) =>
  passesStartChecks(
    {
      ...plugin,
      configSchema: { type: 'object', properties: { token: { type: 'string', secret: true } } },
      startChecks,
    },
    config,
  )

describe('passesStartChecks', () => {
  it.each<[string, StartCheck[], JsonValue, boolean]>([
    ['no checks', [], {}, true],
    ['a value that fits', [check('/a', { schema: { minLength: 1 } })], { a: 'x' }, true],
    ['a value that does not', [check('/a', { schema: { minLength: 1 } })], { a: '' }, false],
    ['no value', [check('/a', { schema: { minLength: 1 } })], {}, true],
    ['the whole', [check('', { schema: { required: ['a'] } })], {}, false],
    ['every item', [check('/a/*', { schema: { minimum: 1 } })], { a: [1, 0] }, false],
    ['every member', [check('/a/*/b', { schema: { minimum: 1 } })], { a: { x: { b: 1 }, y: { b: 2 } } }, true],
    ['an item by its index', [check('/a/1', { schema: { minimum: 1 } })], { a: [0, 1] }, true],
    ['a schema of draft 4', [check('/a', { check: 'draft-04-schema' })], { a: { type: 'string' } }, true],
    ['what is no schema', [check('/a', { check: 'draft-04-schema' })], { a: { type: 'strin' } }, false],
    ['the second of two', [check('/a', {}), check('/b', { schema: { enum: [1] } })], { a: 0, b: 2 }, false],
    ['a secret, which nobody sees', [check('/token', { schema: { pattern: '^-----BEGIN' } })], { token: 'x' }, true],
  ])('looks at %s', (_, startChecks, config, expected) => {
    expect(passes(startChecks, config)).toBe(expected)
  })
})
