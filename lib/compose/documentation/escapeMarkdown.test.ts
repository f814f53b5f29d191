import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from './markdown'
import { markdownText } from './testing/markdownText'
import { renderMarkdown } from './testing/renderMarkdown'

describe('escapeMarkdown', () => {
  it.each([
    ['plain words', 'plain words'],
    ['max_run_time', 'max\\_run\\_time'],
    ['<b>bold</b> & more', '&lt;b&gt;bold&lt;/b&gt; &amp; more'],
    ['a | b', 'a \\| b'],
    ['two\nlines\t\u2028here', 'two lines here'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['  ', ''],
  ])('writes %j as %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written)
  })

  it('shows just the text, as one paragraph', () => {
    const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
    fc.assert(
      fc.property(markdownText, (text) => {
        fc.pre(visible(text) !== '')
        const { elements, text: shown } = renderMarkdown(escapeMarkdown(text))
        expect(elements.filter((name) => name !== 'a')).toEqual(['p'])
        expect(shown).toBe(visible(text))
      }),
      { numRuns: 200 },
    )
  })

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const table = `| ${escapeMarkdown(text)} | last |\n| --- | --- |`
        expect(renderMarkdown(table).elements.filter((name) => name !== 'a')).toEqual([
          'table',
          'thead',
          'tr',
          'th',
          'th',
        ])
      }),
      { numRuns: 200 },
    )
  })
})
