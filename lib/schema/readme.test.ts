import { expect, it } from 'vitest'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { compilePayloadValidator } from './validate/compilePayloadValidator'

it('does what the README shows', () => {
  const validate = compilePayloadValidator({
    type: 'object',
    properties: { maxRunTime: { type: 'integer', maximum: 3600 } },
    additionalProperties: false,
  })
  expect(validate({ maxRunTime: 60 })).toEqual([])
  expect(validate({ maxRuntime: 60 })).toEqual([
    {
      path: '/maxRuntime',
      message: 'unknown property `maxRuntime`',
      hint: 'did you mean `maxRunTime`?',
      keyword: 'additionalProperties',
      schemaPath: '#/additionalProperties',
    },
  ])
  expect(validate.accepts({ maxRunTime: 7200 })).toBe(false)
})

it('compares as the README shows', () => {
  const { forward, backward, changes } = compareSchemas({ maximum: 3600 }, { maximum: 60 })
  expect(forward).toMatchObject({
    verdict: 'refuted',
    witness: 61,
    violations: [{ message: 'must be at most 60, is 61' }],
  })
  expect(backward).toEqual({ verdict: 'proved', rule: 'no value' })
  expect(changes[0]?.sentence).toBe('The payload must be at most 60; before, it had to be at most 3600.')
})
