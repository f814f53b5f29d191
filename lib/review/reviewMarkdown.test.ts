import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { reviewMarkdown } from './reviewMarkdown'
import { reportOn } from './testing/sideOf'

const closed = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false })
const text = { type: 'string' }

describe('reviewMarkdown', () => {
  it('answers first, and folds the witnesses', () => {
    const markdown = reviewMarkdown(reportOn(closed({ a: text, b: text }), closed({ a: text })))
    expect(markdown).toMatch(/^### Will any task that works today stop working\? \*\*Yes\.\*\*\n/)
    expect(markdown).toContain('- **breaks tasks** `/b`: `b` is no longer declared.')
    expect(markdown.match(/<details>/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? -1)
    expect(markdown).toContain('**Roll-out: tasks first.**')
  })

  it('makes no markup of names', () => {
    const name = 'a`</details>@team|<b>*x*\n# b'
    const markdown = reviewMarkdown(reportOn(closed({ [name]: text }), closed({})))
    const outside = markdown.replace(/^( *)(`{3,})json\n[\s\S]*?\n\1\2$/gm, '')
    expect(outside.replace(/`[^`\n]*`/g, '')).not.toMatch(/@team|<b>|^# b|[^\\]\*x/m)
  })

  it('fits a comment, and says what is left out', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${'long-'.repeat(20)}${i}`, text]))
    const markdown = reviewMarkdown(reportOn(closed(many), closed({})))
    expect(markdown.length).toBeLessThan(65_536)
    expect(markdown).toMatch(/… and 3\d\d more changes\./)
  })

  it('keeps a fence that is longer than those of a payload', () => {
    const one = { const: '```\nrm' }
    expect(reviewMarkdown(reportOn(closed({ a: one }), closed({ a: { const: 'x' } })))).toContain('````json')
  })
})
