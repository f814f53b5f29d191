import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embedMarkdown } from './markdown'
import { markdownText } from './testing/markdownText'
import { renderMarkdown } from './testing/renderMarkdown'

describe('embedMarkdown', () => {
  it.each([
    ['keeps emphasis, code and lists', 'A **b** `c`\n\n- d\n- e', 'A **b** `c`\n\n- d\n- e'],
    ['keeps angle brackets in code', 'Scope `a:<b>`.', 'Scope `a:<b>`.'],
    ['makes text of HTML', 'a <b>c</b> `<d>`', 'a &lt;b>c&lt;/b> `<d>`'],
    ['moves headings down', '# A\n\n###### B', '### A\n\n###### B'],
    ['makes no heading of a line', 'A\n---\nB', 'A\n\nB'],
    ['leaves code blocks alone', '```sh\n# a <b>\n```', '```sh\n# a <b>\n```'],
    ['closes what is open', '~~~\na', '~~~\na\n~~~'],
    ['takes an open code span for text', 'a ` <b>\n` <c>', 'a \\` &lt;b&gt;\n\\` &lt;c&gt;'],
    ['shows fences that are hard to see as typed', '- ```\n<b>', '\\- \\`\\`\\` &lt;b&gt;'],
  ])('%s', (_what, markdown, embedded) => {
    expect(embedMarkdown(markdown, 2)).toBe(embedded)
  })

  it('lets neither HTML in nor anything run on into what follows', () => {
    fc.assert(
      fc.property(markdownText, (markdown) => {
        const embedded = embedMarkdown(markdown, 2)
        const shown = renderMarkdown(`before\n\n${embedded}\n\n## after\n`)
        expect(shown.text.endsWith('after'), embedded).toBe(true)
        expect(shown.elements.filter((name) => name === 'h1')).toEqual([])
        // with HTML shown as text nothing more is to be seen than without
        expect(renderMarkdown(embedded).text).toBe(
          renderMarkdown(embedded.replaceAll('<', 'ᐸ')).text.replaceAll('ᐸ', '<'),
        )
      }),
      { numRuns: 200 },
    )
  })
})
