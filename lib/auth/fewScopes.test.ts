import { expect, it } from 'vitest'
import { fewScopes } from './scopes'

it.each([
  ['a scope', 'a:b', 'a:b'],
  ['all of a list that is short', { AllOf: ['a', { AnyOf: ['b', 'c'] }] }, { AllOf: ['a', { AnyOf: ['b', 'c'] }] }],
  ['as much of a long scope as there is room for', 'a'.repeat(1000), `${'a'.repeat(90)} …`],
  [
    'as many as there is room for',
    { AllOf: Array(1000).fill('abc') },
    { AllOf: [...Array(6).fill('abc'), 'ab …', '… 993 more'] },
  ],
  ['none', { AnyOf: [] }, { AnyOf: [] }],
])('says %s', (_, expression, shown) => {
  expect(fewScopes(expression, 100)).toEqual(shown)
})
