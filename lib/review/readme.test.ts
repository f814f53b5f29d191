import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compareInTime } from './compareInTime'
import { reviewReport } from './reviewReport'
import { sideOf } from './testing/sideOf'

it('the example in the README runs', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  const names = ['compareInTime', 'reviewReport', 'payloadSchema', 'next']
  const example = new Function(...names, `${code}\nreturn report`)
  const report = example(compareInTime, reviewReport, { type: 'object' }, sideOf({ type: 'object', maxProperties: 1 }))
  const [, promised = ''] = /report\.answer \/\/ (.*)/.exec(code) ?? []
  expect(report.answer).toBe('yes')
  expect(promised).toContain(`'${report.answer}'`)
})
