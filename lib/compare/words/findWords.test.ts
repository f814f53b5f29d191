import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { patternAutomaton } from './automaton'
import { findWords } from './findWords'

const atoms = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '\\s',
  '\\.',
  '[a-c0-9_-]',
  '\\w',
  '(a|bc)',
  '(?:ab)',
  '\\x{e9}',
)
const suffixes = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?')
const sequences = fc.array(fc.tuple(atoms, suffixes), { maxLength: 4 }).map((parts) => parts.flat().join(''))
const patterns = fc
  .tuple(fc.constantFrom('', '^'), fc.array(sequences, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '$'))
  .map(([begin, parts, end]) => `${begin}${parts.join('|')}${end}`)
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '0', ' ', '.', '\n', 'é', '😀', '-'), maxLength: 6 })

describe('an automaton', () => {
  it('accepts a text exactly where the pattern matches', () => {
    fc.assert(
      fc.property(patterns, fc.array(texts, { minLength: 5, maxLength: 20 }), (pattern, samples) => {
        const automaton = patternAutomaton(pattern)
        if (automaton === undefined) return
        for (const text of samples) {
          let state = automaton.start
          for (const char of text) state = automaton.step(state, char.codePointAt(0) ?? 0)
          expect(automaton.accepts(state)).toBe(compilePattern(pattern).test(text))
        }
      }),
      { numRuns: deepRuns(2000) },
    )
  })

  it('exists for common patterns', () => {
    const common = [
      '^[A-Za-z0-9_-]{8}[Q-T]$',
      '^(public|private)/.*$',
      '^https?://',
      '^\\d+(\\.\\d+){2}$',
      '^[^/]+$',
      '^/',
    ]
    for (const pattern of common) expect(patternAutomaton(pattern)).toBeDefined()
  })

  it.each(['(?i)a', '\\bword\\b', '\\pL', '[[:alpha:]]'])('does not guess at %s', (pattern) => {
    expect(patternAutomaton(pattern)).toBeUndefined()
  })
})

describe('findWords', () => {
  const automata = (sources: string[]) => sources.map(patternAutomaton).filter((one) => one !== undefined)
  const first = (inside: string[], outside: string[], least = 0, most = Number.POSITIVE_INFINITY) =>
    findWords({ inside: automata(inside), outside: automata(outside), least, most }, () => false).next()

  it('finds a text that some patterns match and others do not', () => {
    expect(first(['^a', 'b$'], ['^ab'])).toEqual({ done: false, value: expect.stringMatching(/^a(?!b).*b$/) })
  })

  it.each([
    { inside: ['^a+$'], outside: ['^a'], least: 0 },
    { inside: ['^a{3}$'], outside: [], least: 4 },
    { inside: ['^[0-9]+$', '[a-z]'], outside: [], least: 0 },
  ])('knows that there is none: $inside without $outside', ({ inside, outside, least }) => {
    expect(first(inside, outside, least)).toEqual({ done: true, value: true })
  })

  it('finds texts that match, or none where none of those tried does', () => {
    fc.assert(
      fc.property(patterns, patterns, texts, (inside, outside, text) => {
        const [one, other] = [patternAutomaton(inside), patternAutomaton(outside)]
        if (one === undefined || other === undefined) return
        const fits = (word: string) => compilePattern(inside).test(word) && !compilePattern(outside).test(word)
        const found = findWords({ inside: [one], outside: [other], least: 0, most: 8 }, () => false).next()
        if (found.done) expect(found.value && fits(text)).toBe(false)
        else expect(fits(found.value)).toBe(true)
      }),
      { numRuns: deepRuns(2000) },
    )
  })
})
