import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { payloadProperties } from './payloadProperties'

const catalog = loadCatalog().workers['taskcluster-worker']
const env = catalog?.plugins.env
if (catalog === undefined || env === undefined) throw new Error('there is no plugin env')

it.each<[string, string, string[]]>([
  ['nothing', '{}', []],
  ['properties, not those inside them', '{properties: {b: {properties: {c: {}}}, a: {}}}', ['a', 'b']],
  ['a choice of schemas', '{$if: x, then: {properties: {a: {}}}, else: {properties: {b: {}}}}', ['a', 'b']],
  ['a choice of properties', '{properties: {$if: x, then: {a: {}}, else: {b: {}}}}', ['a', 'b']],
  ['merged properties', '{properties: {$merge: [{a: {}}, {$eval: config}]}}', ['a']],
  ['names inside a $let', `{$let: {n: x}, in: {properties: {a: {}, $$b: {}, '$\u007bn}': {}}}}`, ['$b', 'a']],
  ['a switch', '{properties: {$switch: {x == 1: {a: {}}, $default: {b: {}}}}}', ['a', 'b']],
])('finds %s', (_, template, expected) => {
  expect(payloadProperties({ ...env, payloadSchema: parse(template) })).toEqual(expected)
})

it('finds those of the built-in entries', () => {
  const names = Object.values(catalog.plugins).flatMap(payloadProperties)
  expect(names).toEqual(
    expect.arrayContaining(['artifacts', 'chainOfTrust', 'caches', 'env', 'interactive', 'maxRunTime', 'reboot']),
  )
  expect(payloadProperties(catalog.worker)).toEqual(['supersederUrl'])
})
