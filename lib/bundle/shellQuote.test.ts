import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shellQuote } from './installSteps'

const words = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab \n\t\'"\\$`;&|<>()*?[]{}#~!%=-', 'é', '$(false)', '&& exit 1') }),
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
  ),
  { minLength: 20, maxLength: 60 },
)

describe('shellQuote', () => {
  it.each([
    ['/mnt/worker-storage', '/mnt/worker-storage'],
    ['', "''"],
    ['a b', "'a b'"],
    ["it's", "'it'\\''s'"],
    ['$HOME', "'$HOME'"],
  ])('writes %j as %s', (text, quoted) => {
    expect(shellQuote(text)).toBe(quoted)
  })

  it('gives a shell just the words', () => {
    fc.assert(
      fc.property(words, (texts) => {
        const script = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`
        const output = execFileSync('sh', { input: script, encoding: 'utf8' })
        expect(output.split('\0').slice(0, -1)).toEqual(texts)
      }),
      { numRuns: 10 },
    )
  })

  it('refuses what no word can hold', () => {
    expect(() => shellQuote('\0')).toThrow('NUL')
  })
})
