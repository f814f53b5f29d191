import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactCut, redactWithin } from './redact'
import { loopsTaken } from './testing/loopsTaken'

const token = 'hUnTer2-hUnTer2-hUnTer2'
/** What stands before a secret, and what behind it. */
const contexts: [before: string, after: string][] = [
  ['{"accessToken":"', '"}'],
  ['accessToken: ', ''],
  ['Authorization: Bearer ', ''],
  ['Cookie: wtd-session=', '; Path=/'],
  ['GET /sign-in?token=', '&a=b'],
  ['postgres://admin:', '@db/types'],
  ['-----BEGIN PRIVATE KEY-----\n', '\n-----END PRIVATE KEY-----'],
  ['eyJhbGciOiJIUzI1NiJ9.', '.abcdefghijkl'],
  ['ghp_', ' '],
]

describe('redactCut', () => {
  it.each(contexts)('takes a long secret out whose end is cut off, behind %j', (before, after) => {
    for (const length of [10, 100, 300, 1000]) {
      const said = redactCut(`words ${before}${token.repeat(200)}${after} more`, length)
      expect(said).not.toContain('hUnTer2')
      expect(said.length).toBeLessThanOrEqual(length + 2)
    }
  })

  it('says nothing of a secret wherever the text is cut', () => {
    const filler = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(
        fc.constantFrom(...contexts),
        filler,
        filler,
        fc.integer({ min: 1, max: 30 }),
        (context, a, b, many) => {
          const [before, after] = context
          const secret = `${before}${token.repeat(many)}${after}`
          const said = redactCut(`${'a '.repeat(a / 2)}\n${secret}\n${'b '.repeat(b / 2)}\n${secret}`, 300)
          expect(said).not.toContain('hUnTer2')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('says no half of a token without a name, though a long secret before it makes room', () => {
    const id = 'fN1SbArXTPSVFNUvaOlinQ'
    for (let pad = 0; pad < 60; pad++) {
      const said = redactCut(`password="${'x'.repeat(350 - pad)}"\n${id}${id} and more ${'words '.repeat(100)}`, 100)
      expect(said).not.toContain('fN1SbArX')
    }
  })

  it('leaves short texts as they are, and cuts long ones', () => {
    expect(redactCut('a sentence', 10)).toBe('a sentence')
    expect(redactCut('a sentence', 5)).toBe('a sen …')
    expect(redactCut('words '.repeat(1000), 10)).toBe('words word …')
  })

  it('takes the same time however long the text is', () => {
    const text = 'sk-'.repeat(3_000_000)
    expect(loopsTaken(() => redactCut(text, 1000))).toBeLessThan(3)
  })
})

describe('redactWithin', () => {
  const bounds = { longestText: 1000, longest: 5000 }

  it('cuts long texts and names, and counts what it leaves out', () => {
    const told = redactWithin(
      { text: 'x '.repeat(600), list: Array(10_000).fill('a:b'), ['n '.repeat(500)]: 1, last: 1 },
      bounds,
    )
    expect(String(told.text)).toMatch(/^(?:x )+ …$/)
    expect(Array.isArray(told.list) && told.list.at(-1)).toMatch(/^… \d+ more$/)
    expect(told['…']).toBe('2 more')
    expect(JSON.stringify(told).length).toBeLessThan(7000)
  })

  it('takes the same time whatever the object has', () => {
    const value = {
      scopes: Array(30_000).fill('sk-'.repeat(30)),
      one: 'sk-'.repeat(1_000_000),
      ['sk-'.repeat(1_000_000)]: 1,
      names: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`sk-${at}`, 'sk-'])),
    }
    expect(loopsTaken(() => redactWithin(value, bounds))).toBeLessThan(5)
  })
})
