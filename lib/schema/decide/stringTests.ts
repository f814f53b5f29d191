import { codePointLength } from '@/lib/schema/codePointLength'
import { compilePattern } from '@/lib/schema/compilePattern'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import type { Test, TestsOf } from './everyTest'

const workOfCounting = 0.1
const workOfFormat = 1
const workOfCompiling = 40

/** `minLength`, `maxLength`, `pattern` and `format`. */
export const stringTests: TestsOf<string> = ({ minLength, maxLength, pattern, format }, { spend }) => {
  const tests: Test<string>[] = []
  /** The test, and the work that it is for each character. */
  const add = (work: number, test: Test<string>) =>
    tests.push((text) => {
      spend(text.length * work)
      return test(text)
    })
  if (typeof minLength === 'number') add(workOfCounting, (text) => codePointLength(text) >= minLength)
  if (typeof maxLength === 'number') add(workOfCounting, (text) => codePointLength(text) <= maxLength)
  if (typeof pattern === 'string') {
    const { test, work } = compilePattern(pattern)
    add(work, test)
  }
  const known = typeof format === 'string' ? payloadFormats.get(format) : undefined
  if (known !== undefined) add(format === 'regex' ? workOfCompiling : workOfFormat, known.test)
  return tests
}
