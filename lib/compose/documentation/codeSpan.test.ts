import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeSpan } from './markdown'
import { markdownText } from './testing/markdownText'
import { renderMarkdown } from './testing/renderMarkdown'

describe('codeSpan', () => {
  it.each([
    ['word', '`word`'],
    ['', '`""`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    [' a', '`  a `'],
    ['a\nb', '`a\\u000Ab`'],
    ['<name>', '`<name>`'],
  ])('writes %j as %s', (text, written) => {
    expect(codeSpan(text)).toBe(written)
  })

  it('shows just the text, as code', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        fc.pre(/\S/.test(text) && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))
        const { elements, text: shown } = renderMarkdown(`x ${codeSpan(text)} y`)
        expect(elements).toEqual(['p', 'code'])
        expect(shown).toBe(`x ${text} y`)
      }),
      { numRuns: 200 },
    )
  })
})
