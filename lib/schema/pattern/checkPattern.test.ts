import { describe, expect, it } from 'vitest'
import { checkGoPattern, checkPattern } from './checkPattern'

describe('checkPattern', () => {
  it.each([
    '',
    '^a$',
    '^\\u00e9$',
    '(?<name>a)',
    '(?P<name>a)',
    '[[:alpha:]]',
    '\\p{Greek}',
    'a{1000}',
    '\\/',
    '(?:a|b)*?',
  ])('has nothing to say of %j', (source) => {
    expect(checkPattern(source)).toBeUndefined()
  })

  it.each([
    ['a(?=b)', 'looks ahead or behind'],
    ['a(?!b)', 'looks ahead or behind'],
    ['(?<=a)b', 'looks ahead or behind'],
    ['(?<!a)b', 'looks ahead or behind'],
    ['(a)\\1', 'refers back to a group'],
    ['(?<n>a)\\k<n>', 'refers back to a group'],
    ['a{1001}', 'more than 1000 times'],
    ['(?:a{500}){3}', 'more than 1000 times'],
    ['[^]', 'closing bracket'],
    ['[', 'closing bracket'],
    ['(', 'unbalanced'],
    [')', 'unbalanced'],
    ['*', 'repeats nothing'],
    ['[z-a]', 'not one that RE2 reads'],
    ['\\cA', 'not one that RE2 reads'],
    ['\\p{Letter}', 'not one that RE2 reads'],
    ['(?>a)', 'not one that RE2 reads'],
    ['\\u12', 'not one that RE2 reads'],
  ])('refuses %j: %s', (source, words) => {
    const problem = checkPattern(source, 'properties.a.pattern')
    expect(problem).toMatchObject({
      code: 'pattern-unsupported',
      severity: 'error',
      path: 'properties.a.pattern',
      message: expect.stringContaining(words),
      help: expect.stringContaining('RE2'),
    })
  })

  it('survives patterns of any size', () => {
    expect(checkPattern('('.repeat(20000))?.message.length).toBeLessThan(250)
  })
})

describe('checkGoPattern', () => {
  it.each(['^a$', '\\\\u0041', '[a\\\\u]', '\\Q\\u0041\\E', '(?P<n>a)', '\\x{41}', '[(?<]', '\\(?<a'])(
    'takes %j',
    (source) => {
      expect(checkGoPattern(source)).toBeUndefined()
    },
  )

  it.each(['\\u00e9', '[\\u0041]', '[^\\]\\u0041]', '\\\\\\u0041', '(?<n>a)', 'a(?=b)', '(?<!a)b'])(
    'refuses %j',
    (source) => {
      expect(checkGoPattern(source)).toMatchObject({ code: 'pattern-unsupported' })
    },
  )
})
