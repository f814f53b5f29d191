import { expect, it } from 'vitest'
import { errorForLog, errorText } from './errorForLog'

const secret = 'hUnTer2-hUnTer2-hUnTer2'

it('says kind, message, code and cause, and where it happened', () => {
  const cause = Object.assign(new RangeError('too far'), { code: 'ERR_FAR' })
  const told = errorForLog(new TypeError('no such thing', { cause }))
  expect(told).toMatchObject({
    type: 'TypeError',
    message: 'no such thing',
    cause: { type: 'RangeError', message: 'too far', code: 'ERR_FAR' },
  })
  expect(String(told.stack)).toContain('errorForLog.test.ts')
  expect(errorText(new TypeError('no such thing', { cause }))).toMatch(
    /^TypeError: no such thing\n +at [\s\S]*because of RangeError: too far \(code: ERR_FAR\)\n +at /,
  )
})

it.each<[string, () => unknown]>([
  ['in the message', () => new Error(`accessToken: ${secret}`)],
  ['in a message of several lines', () => new Error(`no\n    at token=${secret}\n    at other`)],
  ['in a member', () => Object.assign(new Error('no'), { body: { text: secret } })],
  ['in the cause', () => new Error('no', { cause: new Error(`postgres://a:${secret}@b/c`) })],
  ['in a cause that is no error', () => new Error('no', { cause: `Bearer ${secret}` })],
  ['among several', () => new AggregateError([new Error(`?code=${secret}`)], 'all failed')],
  [
    'in the values of a query',
    () => new Error(`Failed query: insert into "drafts" values ($1)\nparams: a,\n    at ${secret}\n,b`),
  ],
  ['thrown as a text', () => `password=${secret}`],
])('takes out what is secret %s', (_, make) => {
  expect(JSON.stringify(errorForLog(make()))).not.toContain('hUnTer2')
  expect(errorText(make())).not.toContain('hUnTer2')
})

it('ends with causes that go round', () => {
  const error = new Error('round')
  error.cause = error
  expect(errorText(error).split('because of')).toHaveLength(6)
})
