import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { placesOf } from '@/lib/pools/testing/placesOf'
import { definitionRules, workerPoolIdPattern } from './definitionRules'

const definition: JsonObject = {
  providerId: 'static',
  description: '',
  config: {},
  owner: 'ops@example.com',
  emailOnError: false,
}

describe('the body of createWorkerPool', () => {
  it.each<[string, JsonValue, boolean]>([
    ['providerId', 'null-provider', true],
    ['providerId', 'A_z-0', true],
    ['providerId', 'p'.repeat(38), true],
    ['providerId', 'p'.repeat(39), false],
    ['providerId', '', false],
    ['providerId', 'a/b', false],
    ['providerId', 'a\n', false],
    ['providerId', null, false],
    ['description', 'd'.repeat(10_240), true],
    ['description', '🦊'.repeat(10_240), true],
    ['description', 'd'.repeat(10_241), false],
    ['description', ['CI'], false],
    ['config', [], false],
    ['config', null, false],
    ['owner', 'a.b+c@d.example.com', true],
    ['owner', '', false],
    ['owner', '@example.com', false],
    ['owner', 'ops@', false],
    ['owner', 'ops example@example.com', false],
    ['emailOnError', true, true],
    ['emailOnError', 'false', false],
    ['emailOnError', 0, false],
  ])('%s may be %j: %s', (name, value, good) => {
    expect(placesOf(definitionRules, { ...definition, [name]: value })).toEqual(good ? [] : [name])
  })

  it.each(Object.keys(definition))('needs %s', (name) => {
    const { [name]: _, ...rest } = definition
    expect(placesOf(definitionRules, rest)).toEqual([name])
  })

  it.each(['workerPoolId', 'created', 'scheduling', '__proto__', 'constructor'])('has no %s', (name) => {
    const given = Object.fromEntries([...Object.entries(definition), [name, 'x']])
    expect(placesOf(definitionRules, given)).toEqual([name])
  })
})

describe('the id of a pool', () => {
  const pattern = new RegExp(workerPoolIdPattern)

  it.each([
    ['proj/ci', true],
    ['A_-9/a', true],
    [`${'p'.repeat(38)}/${'w'.repeat(38)}`, true],
    [`${'p'.repeat(39)}/ci`, false],
    [`proj/${'w'.repeat(39)}`, false],
    ['/ci', false],
    ['proj/', false],
    ['proj/Ci', false],
    ['proj/1ci', false],
    ['proj/ci-', false],
    ['proj/c_i', false],
    ['proj/ci/x', false],
    ['proj ci', false],
    ['proj/ci\n', false],
    ['\nproj/ci', false],
    ['pröj/ci', false],
  ])('may be %j: %s', (id, good) => {
    expect(pattern.test(id)).toBe(good)
  })

  it('has one slash', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aA0-_/\n ') }), (id) => {
        if (pattern.test(id)) expect(id.split('/')).toHaveLength(2)
      }),
    )
  })
})
