import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { environmentLine } from './environmentFile'
import { readEnvironmentFile } from './testing/readEnvironmentFile'

const values = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab \n\t\'"\\$`;#=-', 'é', '$(false)') }),
    fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text)),
  ),
  { minLength: 10, maxLength: 30 },
)

describe('environmentLine', () => {
  it.each([
    ['A', 'plain', 'A=plain'],
    ['A', '', 'A='],
    ['A', 'two words', 'A="two words"'],
    ['A', '{"a":1}', 'A="{\\"a\\":1}"'],
    ['A', '$HOME `x` \\', 'A="\\$HOME \\`x\\` \\\\"'],
  ])('writes %s=%s', (name, value, line) => {
    expect(environmentLine(name, value)).toBe(line)
  })

  it.each([
    ['a name with a dash', 'MY-NAME', 'x'],
    ['a name that begins with a digit', '1A', 'x'],
    ['an empty name', '', 'x'],
    ['a control character', 'A', 'a\u0007'],
    ['a carriage return', 'A', 'a\r\n'],
    ['half a character', 'A', '\ud800'],
  ])('cannot carry %s', (_what, name, value) => {
    expect(environmentLine(name, value)).toBeUndefined()
  })

  it('means the same to a shell and to systemd', () => {
    fc.assert(
      fc.property(values, (texts) => {
        const file = texts.map((value, index) => environmentLine(`V${index}`, value)).join('\n')
        const print = texts.map((_, index) => `"$V${index}"`).join(' ')
        const output = execFileSync('sh', { input: `${file}\nprintf '%s\\0' ${print}`, encoding: 'utf8' })
        expect(output.split('\0').slice(0, -1)).toEqual(texts)
        expect(readEnvironmentFile(file)).toEqual(Object.fromEntries(texts.map((value, index) => [`V${index}`, value])))
      }),
      { numRuns: 10 },
    )
  })
})
