import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import draft7 from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { foreignKeywords, modelledKeywords, textKeywords } from './keywords'

const all = [...new Set([...Object.keys(draft6.properties), ...Object.keys(draft7.properties)])]

describe('the keywords of draft-06 and draft-07', () => {
  it.each(all)('%s is either modelled or decides nothing', (keyword) => {
    expect([modelledKeywords.has(keyword), textKeywords.has(keyword)]).toContain(true)
    expect(modelledKeywords.has(keyword) && textKeywords.has(keyword)).toBe(false)
  })

  it.each(
    all.filter(
      (keyword) => modelledKeywords.has(keyword) && !['if', 'then', 'else', 'additionalItems'].includes(keyword),
    ),
  )('%s is never passed over, not even where its value makes no sense', (keyword) => {
    const { forward } = compareSchemas({}, { [keyword]: 'no such thing' })
    expect(forward.verdict).not.toBe('proved')
  })
})

describe('keywords of other drafts', () => {
  it.each([...foreignKeywords])(
    '%s is undecided where the schemas differ in it, and the same where they do not',
    (keyword) => {
      const schema = { type: 'object', [keyword]: { a: ['b'] } }
      expect(compareSchemas({ type: 'object' }, schema).forward.verdict).toBe('undecided')
      expect(compareSchemas(schema, { ...schema, title: 'x' }).forward.verdict).toBe('proved')
    },
  )
})
