import { describe, expect, it } from 'vitest'
import type { Problem } from '@/lib/base/problem'
import { formatProblem } from './output'

const problem = (path: string, message: string, help?: string): Problem => ({
  code: 'x',
  severity: 'error',
  message,
  path,
  ...(help === undefined ? {} : { help }),
})

describe('formatProblem', () => {
  it.each([
    ['config.apiKey', 'Unknown property'],
    ['livelogSecret', 'The worker would not start: it knows no property livelogSecret'],
    ['taskToken', 'AccessToken is a value of this host'],
    ['provider.accessToken', 'Required'],
    ['certificate', 'must be a string, is the number 3'],
    ['password', 'Must have at least 22 characters'],
  ])('keeps the words behind %s: %s', (path, message) => {
    const help = 'accessToken_1 is it.'
    const line = formatProblem(problem(path, message, help))
    expect(line.toLowerCase()).toBe(`${path}: ${message}. ${help}`.toLowerCase())
  })

  it.each([
    ['a secret in the message', problem('a', 'refused with accessToken=abc123DEF456'), 'abc123DEF456'],
    ['one in the way out', problem('a', 'x', 'Set password: "abc123DEF456"'), 'abc123DEF456'],
    ['one in the place', problem('a["sk-abc123DEF456abc123DEF456"]', 'x'), 'abc123DEF456'],
    ['one in the name of the file', { ...problem('a', 'x'), file: 'https://u:abc123DEF456@h/x' }, 'abc123DEF456'],
    [
      'the value of a member that is one',
      problem('a.password', 'must be an integer, is the string "hunter\\"2"'),
      'hunter',
    ],
    ['such a value in a list', problem('a.tokens[0]', 'must be an integer, is "hunter"'), 'hunter'],
  ])('shows no secret: %s', (_, shown, secret) => {
    expect(formatProblem(shown)).not.toContain(secret)
    expect(formatProblem(shown)).toContain('[redacted]')
  })

  it('shows the values of other members', () => {
    const line = formatProblem(problem('a.name', 'must be an integer, is the string "hunter"'))
    expect(line).toBe('a.name: Must be an integer, is the string "hunter".')
  })
})
