import { expect, it } from 'vitest'
import { catalogScope, designScope, type Permission, permission, permissionWithin } from './permissions'
import type { ScopeExpression } from './scopes'

const design = designScope('proj/native-1')

it.each<[string[] | undefined, ScopeExpression, Partial<Permission>]>([
  [undefined, design, { allowed: false, signedIn: false, missing: [design] }],
  [undefined, { AllOf: [] }, { allowed: false, signedIn: false, needed: [], missing: [] }],
  [[], { AllOf: [] }, { allowed: true, signedIn: true, missing: [] }],
  [['worker-types:design:proj/*'], design, { allowed: true, needed: [design], missing: [] }],
  [['worker-types:design:proj/native-10'], design, { allowed: false, missing: [design] }],
  [['worker-types:design:proj/native*'], { AllOf: [design, 'x'] }, { needed: [design, 'x'], missing: ['x'] }],
  [['a'], { AllOf: ['b', 'b'] }, { needed: ['b'], missing: ['b'] }],
])('%j for %j: %j', (held, need, expected) => {
  expect(permission(held, need)).toMatchObject(expected)
})

it('asks for one scope a worker and name', () => {
  expect(catalogScope({ worker: 'taskcluster-worker', name: 'cache' })).toBe(
    'worker-types:catalog:taskcluster-worker/cache',
  )
})

it.each<[string[] | undefined, boolean]>([
  [undefined, false],
  [[], false],
  [['*'], true],
  [['worker-types:*'], true],
  [['worker-types:design:proj/native-1'], true],
  [['worker-types:design:proj/*'], true],
  [['worker-types:design'], false],
  [['worker-types:catalog:*'], false],
])('%j could design something: %j', (held, allowed) => {
  const needed = ['worker-types:design:<provisionerId>/<workerType>']
  expect(permissionWithin(held, 'worker-types:design:', '<provisionerId>/<workerType>')).toEqual({
    ...{ allowed, signedIn: held !== undefined, needed, missing: allowed ? [] : needed },
  })
})
