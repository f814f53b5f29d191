import { expect, it } from 'vitest'
import { compareSchemas } from './compareSchemas'

it('does what the README shows', () => {
  const { forward, backward, changes } = compareSchemas({ maximum: 3600 }, { maximum: 60 })
  expect(forward).toMatchObject({
    verdict: 'refuted',
    witness: 61,
    violations: [{ message: 'must be at most 60, is 61' }],
  })
  expect(backward).toEqual({ verdict: 'proved', rule: 'no value' })
  expect(changes[0]?.sentence).toBe('The payload must be at most 60; before, it had to be at most 3600.')
})
