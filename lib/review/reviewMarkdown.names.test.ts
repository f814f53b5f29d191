import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { renderMarkdown } from '@/lib/compose/documentation/testing/renderMarkdown'
import { reviewMarkdown } from './reviewMarkdown'
import type { ReviewReport } from './reviewReport'
import { reportOn } from './testing/sideOf'

const closed = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false })
const text = { type: 'string' }
/** What a reader sees of the loss of a property: elements, but for spans of code, and words. */
const lost = (name: string) => shown(reviewMarkdown(reportOn(closed({ [name]: text }), closed({}))))
const shown = (markdown: string) => {
  const rendered = renderMarkdown(markdown)
  return { elements: rendered.elements.filter((element) => element !== 'code'), text: rendered.text }
}
const plain = lost('name').elements
const odd = [
  '``<b>',
  '`a` `b',
  '``x`<img src=x>`y',
  '</summary></details>',
  '<!--',
  '# title',
  'a\r# title',
  'a\n\n- item',
  'a\u2028# title',
  '| a | b |',
  '[x](https://example.com)',
  '![x](y)',
  'https://example.com',
  'www.example.com',
  'ops@example.com',
  '**bold** _em_ ~~gone~~',
  '\\`x\\`',
  '&lt;b&gt;',
  '> quote',
  '1. one',
  '---',
  '```\ncode',
]

describe('names in a review', () => {
  it.each(odd)('make nothing but a name: %j', (name) => {
    expect(lost(name).elements).toEqual(plain)
  })

  it('make nothing but a name, whatever they are', () => {
    const part = fc.constantFrom(
      '`',
      '``',
      '<b>',
      '\r',
      '\n',
      '# ',
      '|',
      '*',
      '_',
      '[',
      '](u)',
      '~~',
      '\\',
      '&',
      'a',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        fc.pre(parts.join('').trim() !== '')
        expect(lost(parts.join('')).elements).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it.each(['@team', '#12', 'owner#12', 'http://a.example', 'WWW.a.example'])(
    'mention nobody and nothing: %s',
    (name) => {
      const report: ReviewReport = { ...reportOn(closed({}), closed({ a: text })), compared: { old: name, new: 'x' } }
      const [, line = ''] = /Compared: (.*) → x/.exec(renderMarkdown(reviewMarkdown(report)).text) ?? []
      expect(line).not.toBe('')
      expect(line).not.toContain(name)
      expect(line.replaceAll('\u200b', '')).toBe(name)
    },
  )

  it('have no say in the direction of a line', () => {
    const report: ReviewReport = { ...reportOn(closed({}), closed({})), compared: { old: 'a\u202eb', new: 'c\u2066d' } }
    expect(reviewMarkdown(report)).toContain('Compared: a b → c d.')
  })
})

describe('other words in a review', () => {
  const report = reportOn(closed({ a: text, b: text }), closed({ a: text }))
  const [group] = report.groups
  const change = group?.changes[0]
  if (change === undefined) throw new Error('there is no change')
  const elementsOf = (word: string) => {
    const given: ReviewReport = {
      ...report,
      sentence: word,
      compared: { old: word, new: word },
      groups: [{ component: word, changes: [{ ...change, reason: word, sentence: word, effect: 'undecided' }] }],
      versions: [{ label: word, before: word, after: word }],
    }
    return shown(reviewMarkdown(given)).elements
  }
  const usual = elementsOf('word')

  it.each(odd.filter((word) => !word.startsWith('`a` `b')))('are words: %j', (word) => {
    expect(elementsOf(`x ${word}`)).toEqual(usual)
  })

  it('shows a table of versions, a title for each component and the steps', () => {
    expect(usual).toEqual(expect.arrayContaining(['h3', 'h4', 'table', 'ol', 'ul']))
  })
})

describe('a configuration in a review', () => {
  const configOf = (config: ReviewReport['config']) => {
    const markdown = reviewMarkdown({ ...reportOn(closed({}), closed({})), config })
    return /<summary>Worker configuration<\/summary>\n\n([\s\S]*)\n<\/details>/.exec(markdown)?.[1]
  }

  it('is left out where nothing of it changes', () => {
    expect(configOf(undefined)).toBeUndefined()
    expect(configOf([{ kind: 'same', text: 'a: 1' }])).toBeUndefined()
  })

  it('has a sign before each line, and a fence that none of them ends', () => {
    const lines = [
      { kind: 'removed', text: '```' },
      { kind: 'added', text: '</details>' },
      { kind: 'same', text: '# a' },
    ] as const
    expect(configOf([...lines])).toBe('````diff\n-```\n+</details>\n # a\n````')
  })

  it('is cut where it is long', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ kind: 'added' as const, text: `line ${i}` }))
    expect(configOf(many)).toContain('\n… 100 more lines\n')
  })
})
