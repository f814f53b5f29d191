import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { referenceKey } from '@/lib/compose/design/references'
import { checkReference } from './applyTransforms'

function problems(reference: JsonObject) {
  const key = referenceKey(reference)
  return key === undefined ? ['no reference'] : checkReference(key, reference, 'here')
}

it.each<[JsonObject]>([
  [{ $env: 'A' }],
  [{ $env: '' }],
  [{ $env: 'A', more: 1 }],
  ...['string', 'number', 'json', 'bool', 'list'].map((type): [JsonObject] => [{ $env: 'A', type }]),
  [{ $abs: '' }],
  [{ $abs: 'a', more: 1 }],
  [{ $abs: { $env: 'A' } }],
  ...['instance-id', 'hostname', 'facility', 'instance-type', 'public-ipv4', 'public-ipv6'].map(
    (name): [JsonObject] => [{ $packet: name }],
  ),
  [{ $hostcredentials: [] }],
  [{ $hostcredentials: ['http://a/', { $env: 'A' }] }],
  [{ $secret: 'a', key: 'b' }],
  [{ $secret: { $env: 'A' }, key: 'b' }],
])('takes %j', (reference) => {
  expect(problems(reference)).toEqual([])
})

it.each<[JsonObject, string]>([
  [{ $env: 5 }, '{$env: NAME}'],
  [{ $env: ['A'] }, '{$env: NAME}'],
  [{ $env: 'A', type: 'int' }, 'Leave it out'],
  [{ $env: 'A', type: null }, 'Leave it out'],
  [{ $env: 'A', type: 5 }, 'Leave it out'],
  [{ $abs: {} }, '{$abs: PATH}'],
  [{ $abs: 1 }, '{$abs: PATH}'],
  [{ $packet: 'id' }, 'one of these names'],
  [{ $packet: [] }, 'one of these names'],
  [{ $hostcredentials: 'http://a/' }, '[URL]'],
  [{ $hostcredentials: [1] }, '[URL]'],
  [{ $secret: 'a' }, 'key: KEY'],
  [{ $secret: 'a', key: 1 }, 'key: KEY'],
  [{ $secret: 'a', key: 'b', more: 1 }, 'key: KEY'],
  [{ $secret: 5, key: 'b' }, 'key: KEY'],
])('refuses %j with a way out', (reference, help) => {
  expect(problems(reference)).toMatchObject([
    { code: 'reference-invalid', severity: 'error', path: 'here', help: expect.stringContaining(help) },
  ])
})
