import { expect, it } from 'vitest'
import { foldName } from './texts'

it.each([
  ['enableMounts', 'ENABLEMOUNTS', true],
  ['tasksDir', 'ta\u017fk\u017fDir', true],
  ['workerId', 'wor\u212aerId', true],
  ['workerId', 'worker_id', false],
  ['workerId', 'worker\u0130d', false],
])('%s and %s are one property: %s', (one, other, same) => {
  expect(foldName(one) === foldName(other)).toBe(same)
})
