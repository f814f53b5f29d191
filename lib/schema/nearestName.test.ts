import { describe, expect, it } from 'vitest'
import { nearestName } from './words'

describe('nearestName', () => {
  const known = ['artifacts', 'caches', 'command', 'context', 'env', 'image', 'maxRunTime', 'supersederUrl']

  it.each([
    ['maxRuntime', 'maxRunTime'],
    ['max_run_time', 'maxRunTime'],
    ['MAX-RUN-TIME', 'maxRunTime'],
    ['artifcats', 'artifacts'],
    ['artefacts', 'artifacts'],
    ['comand', 'command'],
    ['cmmand', 'command'],
    ['Env', 'env'],
    ['enf', 'env'],
    ['cache', 'caches'],
    ['supersederURL', 'supersederUrl'],
  ])('takes %s for %s', (name, expected) => {
    expect(nearestName(name, known)).toBe(expected)
  })

  it.each(['', 'x', 'privileged', 'interactive', 'en', 'time', 'constructor'])('takes %j for none of them', (name) => {
    expect(nearestName(name, ['artifacts', 'command', 'maxRunTime'])).toBeUndefined()
  })

  it('takes the nearest, and the first of two that are as near', () => {
    expect(nearestName('abcd', ['abxx', 'abce', 'abcf'])).toBe('abce')
    expect(nearestName('a', [])).toBeUndefined()
  })

  it('does not take one short name for another', () => {
    expect(nearestName('a', ['b'])).toBeUndefined()
    expect(nearestName('ab', ['xy'])).toBeUndefined()
  })
})
