import { expect, it } from 'vitest'
import { satisfiesScope } from '@/lib/base/satisfiesScope'
import { poolScopes } from './managedElsewhere'

it.each([
  ['what worker-manager asks for', ['worker-manager:*'], true],
  [
    'just those of the pool and its provider',
    [
      'worker-manager:get-worker-pool:proj/ci',
      'worker-manager:manage-worker-pool:proj/ci',
      'worker-manager:provider:ours',
    ],
    true,
  ],
  ['no pool of a longer name', ['worker-manager:*-worker-pool:proj/ci2', 'worker-manager:provider:ours'], false],
  ['no provider alone', ['worker-manager:provider:*'], false],
  ['no pool with another provider', ['worker-manager:get-worker-pool:*', 'worker-manager:manage-worker-pool:*'], false],
])('takes %s', (_, held, enough) => {
  expect(poolScopes('proj/ci', 'ours').every((scope) => satisfiesScope(held, scope))).toBe(enough)
})
