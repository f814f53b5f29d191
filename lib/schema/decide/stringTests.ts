import { codePointLength } from '../codePointLength'
import { compilePattern } from '../compilePattern'
import { payloadFormats } from '../formats/payloadFormats'
import type { Test, TestsOf } from './everyTest'

/** `minLength`, `maxLength`, `pattern` and `format`. */
export const stringTests: TestsOf<string> = ({ minLength, maxLength, pattern, format }) => {
  const tests: Test<string>[] = []
  if (typeof minLength === 'number') tests.push((text) => codePointLength(text) >= minLength)
  if (typeof maxLength === 'number') tests.push((text) => codePointLength(text) <= maxLength)
  if (typeof pattern === 'string') tests.push(compilePattern(pattern).test)
  const known = typeof format === 'string' ? payloadFormats.get(format) : undefined
  if (known !== undefined) tests.push(known.test)
  return tests
}
