import fc from 'fast-check'
import { expect, it } from 'vitest'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { sampleFormats } from '@/lib/schema/sample/sampleWords'
import { formatBound } from './solveString'

/** Texts near those of a format: a sample with some characters put in, taken away or changed. */
const near = (format: string) =>
  fc
    .tuple(
      fc.nat({ max: 40 }),
      fc.nat({ max: 3 }),
      fc.string({ unit: fc.constantFrom(...'aZ09:./-_@,+T ~\\\n'), maxLength: 3 }),
    )
    .map(([at, gone, put]) => {
      const sample = sampleFormats.get(format) ?? ''
      return sample.slice(0, at) + put + sample.slice(at + gone)
    })

it.each([...payloadFormats])('no text of format %s is out of its bound', (name, { test }) => {
  fc.assert(
    fc.property(near(name), (text) => {
      if (!test(text)) return
      for (const bound of formatBound(name)) expect(compilePattern(bound).test(text)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
