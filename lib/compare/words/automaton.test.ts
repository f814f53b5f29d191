import { describe, expect, it } from 'vitest'
import { type Automaton, patternAutomaton, wordAutomaton } from './automaton'

function accepts(automaton: Automaton | undefined, text: string): boolean | undefined {
  if (automaton === undefined) return undefined
  let state = automaton.start
  for (const char of text) state = automaton.step(state, char.codePointAt(0) ?? 0)
  return automaton.accepts(state)
}

describe('the automaton of a pattern', () => {
  it.each<[pattern: string, inside: string[], outside: string[]]>([
    ['', ['', 'a', '\n'], []],
    ['b', ['b', 'abc', '\nb\n'], ['', 'ac']],
    ['^a', ['a', 'ab'], ['ba', '\na', '']],
    ['a$', ['a', 'ba'], ['ab', 'a\n']],
    ['^$', [''], ['a', '\n']],
    ['^a|b$', ['ax', 'xb', 'ab'], ['xa', 'bx']],
    ['^(ab)*$', ['', 'ab', 'abab'], ['a', 'aba']],
    ['^a{2,3}$', ['aa', 'aaa'], ['a', 'aaaa']],
    ['^(a?){2}$', ['', 'a', 'aa'], ['aaa']],
    ['^.$', ['a', '😀', '\r'], ['\n', '', 'ab']],
    ['a.c', ['abc', 'xabcx'], ['a\nc', 'ac']],
    ['^(|a)$', ['', 'a'], ['aa']],
    ['(^a)|(^b)', ['a', 'b'], ['ca', 'cb']],
    ['x*', ['', 'y'], []],
    ['$', ['', 'a'], []],
    ['a^', [], ['a', '', 'aa']],
    ['^^a$$', ['a'], ['aa']],
    ['^(^a)*$', ['', 'a'], ['aa']],
    ['[^\\x00-\\x{10FFFF}]', [], ['', 'a']],
    ['^\\x{1f600}+$', ['😀', '😀😀'], ['😁', '\ud83d']],
  ])('%s', (pattern, inside, outside) => {
    const automaton = patternAutomaton(pattern)
    for (const text of inside) expect([text, accepts(automaton, text)]).toEqual([text, true])
    for (const text of outside) expect([text, accepts(automaton, text)]).toEqual([text, false])
  })

  it('stays in one state once it has matched', () => {
    const automaton = patternAutomaton('ab')
    if (automaton === undefined) throw new Error('there is one')
    const matched = [...'xab'].reduce((state, char) => automaton.step(state, char.charCodeAt(0)), automaton.start)
    expect(automaton.step(matched, 0x7a)).toBe(matched)
    expect(automaton.accepts(automaton.start)).toBe(false)
  })

  it('is not made where it would be very large', () => {
    expect(patternAutomaton('^(a{100}b?){100}$')).toBeUndefined()
    expect(patternAutomaton('^[a-z]{1000}$')).toBeDefined()
  })

  it('is the same one for the same pattern', () => {
    expect(patternAutomaton('^same$')).toBe(patternAutomaton('^same$'))
  })
})

describe('the automaton of words', () => {
  const automaton = wordAutomaton(['', 'ab', 'abc', 'x😀'])

  it.each<[string, boolean]>([
    ['', true],
    ['a', false],
    ['ab', true],
    ['abc', true],
    ['abcd', false],
    ['x😀', true],
    ['x\ud83d', false],
    ['xx', false],
  ])('%j: %s', (text, expected) => {
    expect(accepts(automaton, text)).toBe(expected)
  })

  it('tells apart the characters that it has', () => {
    const chars = automaton.sets.flatMap((set) => set.map(([low]) => String.fromCodePoint(low)))
    expect(chars.sort()).toEqual(['a', 'b', 'c', 'x', '😀'])
    expect(accepts(wordAutomaton([]), '')).toBe(false)
  })
})
