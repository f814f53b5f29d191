import { describe, expect, it } from 'vitest'
import { expressionWords, interpolations } from './expressionWords'

/** Texts as entries write them. */
const open = '$' + '{'

describe('expressionWords', () => {
  it.each<[string, string[], string[]]>([
    ['config', ['config'], []],
    ['config.a.b', ['config'], ['a', 'b']],
    ["config['a']", ['config'], ['a']],
    ['config["a b"]', ['config'], ['a b']],
    ["'x' in config && config.x", ['config', 'config'], ['x', 'x']],
    ['len(config.list)', ['len()', 'config'], ['list']],
    ['len (x)', ['len()', 'x'], []],
    ['{a: b, c: d}', ['b', 'd'], []],
    ['{a : b}', ['b'], []],
    ["{'a': b}", ['b'], ['a']],
    ['a[b:c]', ['a', 'b', 'c'], []],
    ['true == false || null != x', ['x'], []],
    ['1.5 + a2 ** 3', ['a2'], []],
    ['!(a) <= -b', ['a', 'b'], []],
    ['', [], []],
    ['a # b', ['a'], []],
    ["'not closed", [], []],
    ["'it''s'", [], ['it', 's']],
  ])('reads %j', (source, words, names) => {
    const read = expressionWords(source)
    expect(read.words.map(({ name, called }) => (called ? `${name}()` : name))).toEqual(words)
    expect(read.names).toEqual(names)
  })

  it.each<[string, number, number]>([
    ['a} b', 0, 1],
    ['{a: 1}} b', 0, 6],
    ["'}' + a} b", 0, 7],
    ['x y}', 2, 3],
    ['abc', 0, 3],
    ['a ? b', 0, 2],
  ])('of %j from %i on ends at %i', (source, start, end) => {
    expect(expressionWords(source, start).end).toBe(end)
  })
})

describe('interpolations', () => {
  it.each<[string, string[]]>([
    ['none', []],
    [`${open}a}`, ['a']],
    [`x${open}a}y${open}b.c}z`, ['a', 'b.c']],
    [`${open}{a: 1}['a']}`, ["{a: 1}['a']"]],
    [`${open}'}'}`, ["'}'"]],
    [`$${open}a}`, []],
    [`$${open}a}${open}b}`, ['b']],
    [`${open}a`, ['a']],
    [`${open}}`, ['']],
    ['$a {b}', []],
  ])('of %j are %j', (text, expected) => {
    expect(interpolations(text)).toEqual(expected)
  })
})
