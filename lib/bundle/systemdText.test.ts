import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemdText } from './systemdUnit'

describe('systemdText', () => {
  it.each([
    ['Worker a/b', 'Worker a/b'],
    ['100 % of %n', '100 %% of %%n'],
    ['two\nlines', 'two lines'],
    ['a\\ \\', 'a'],
    ['  a\u2028b ', 'a b'],
  ])('writes %j as %j', (text, written) => {
    expect(systemdText(text)).toBe(written)
  })

  it('is one line without specifiers that does not go on', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', ' ', '%', '\\', '\n', '\r', '#') }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (value) => {
        const written = systemdText(value)
        expect(written).toMatch(/^(?:\S(?:.*[^\s\\])?)?$/u)
        expect(written.replaceAll('%%', '')).not.toContain('%')
        expect(written).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
