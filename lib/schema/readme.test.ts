import { expect, it } from 'vitest'
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
