import { describe, expect, it } from 'vitest'
import { acceptedCases } from '@/lib/catalog/testing/conformance'
import { samplePayload } from './sample/samplePayload'
import { compilePayloadValidator } from './validate/compilePayloadValidator'

describe('the payload schemas of the real program', () => {
  it.each(acceptedCases().map(({ name, schema }) => ({ name, schema })))(
    '$name compiles, and has examples',
    ({ schema }) => {
      const validate = compilePayloadValidator(schema)
      for (const size of ['minimal', 'typical', 'full'] as const) {
        const sample = samplePayload(schema, { size })
        expect(sample).toBeTypeOf('object')
        if (sample !== undefined) expect(validate(sample)).toEqual([])
      }
      expect(validate({ command: 5, unknownProperty: {} })).not.toEqual([])
    },
  )
})
