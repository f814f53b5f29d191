import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fencedBlock } from './markdown'
import { markdownText } from './testing/markdownText'
import { renderMarkdown } from './testing/renderMarkdown'

describe('fencedBlock', () => {
  it('ends the block with a line break of its own', () => {
    expect(fencedBlock('{}', 'json')).toBe('```json\n{}\n```')
    expect(fencedBlock('{}\n\n', 'json')).toBe('```json\n{}\n```')
  })

  it('holds any text', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        fc.pre(text.trim() !== '' && !/[\0\r]/.test(text))
        const { elements, text: shown } = renderMarkdown(`${fencedBlock(text, 'json')}\n\nafter`)
        expect(elements).toEqual(['pre', 'code', 'p'])
        expect(shown).toBe(`${text.replace(/\n*$/, '\n')}\nafter`)
      }),
      { numRuns: 200 },
    )
  })
})
