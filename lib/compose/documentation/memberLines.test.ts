import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { memberLines } from './payloadSection'

describe('memberLines', () => {
  it('has nothing to say about a plain value', () => {
    expect(memberLines({ type: 'string', maxLength: 3 })).toEqual([])
  })

  it('lists members with what they are for', () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'string', description: 'The first\none.' },
        b: { type: 'object', properties: { c: {} } },
      },
    }
    expect(memberLines(schema)).toEqual(['- `a` (required): text. The first one.', '- `b`: object.', '  - `c`: value.'])
  })

  it('looks into the items of lists, the values of maps and members of allOf', () => {
    const part = { type: 'object', properties: { x: { type: 'integer' } } }
    expect(memberLines({ type: 'array', items: part })).toEqual(['- Each item:', '  - `x`: whole number.'])
    expect(memberLines({ type: 'object', additionalProperties: part })).toEqual([
      '- Each value:',
      '  - `x`: whole number.',
    ])
    expect(memberLines({ allOf: [part] })).toEqual(['- `x`: whole number.'])
  })

  it('lists the forms that a value can have', () => {
    const schema: JsonValue = {
      oneOf: [
        { type: 'string', title: 'URL' },
        { type: 'object', title: 'Task', properties: { id: {} } },
      ],
    }
    expect(memberLines(schema)).toEqual([
      '- One of these:',
      '  - URL: text.',
      '  - Task: object.',
      '    - `id`: value.',
    ])
  })

  it('gives a longer description paragraphs of its own', () => {
    const schema = { properties: { a: { type: 'string', description: 'One.\n\n- two' } } }
    expect(memberLines(schema)).toEqual(['- `a`: text.', '', '  One.', '', '  - two', ''])
  })

  it('does not descend for ever', () => {
    let schema: JsonValue = { type: 'string' }
    for (let i = 0; i < 50; i++) schema = { type: 'object', properties: { a: schema } }
    expect(memberLines(schema).length).toBe(8)
  })
})
