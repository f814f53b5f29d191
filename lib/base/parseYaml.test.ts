import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineCounter, parseDocument } from 'yaml'
import { parseYaml, parseYamlDocuments } from './parseYaml'
import { growth, mostGrowth } from './testing/growth'
import { loopsTaken } from './testing/loopsTaken'

describe('parseYaml', () => {
  it.each([
    ['a: 1\nb: 2\na: 3\n', 3, 1],
    ['a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n', 5, 3],
    ['{a: 1, "a": 2}', 1, 8],
    ['- a: 1\n- a: 1\n  &x a: 2\n', 3, 6],
    ['1: a\n0x1: b\n', 2, 1],
    ['~: a\nnull: b\n', 2, 1],
    ['? {a: 1, a: 2}\n: b\n', 1, 10],
  ])('tells the second of equal keys in %j', (text, line, column) => {
    const parsed = parseYaml(text)
    if (parsed.trouble) throw new Error('it can be read')
    expect(parsed.error).toMatchObject({ code: 'DUPLICATE_KEY', message: 'Map keys must be unique' })
    expect(parsed.placeOf(parsed.error?.pos[0] ?? -1)).toEqual({ line, column })
    const repeated = parseYaml(text, { repeatedKeys: true })
    expect(repeated.trouble ?? repeated.error).toBeUndefined()
  })

  it.each(['.nan: 1\n.nan: 2\n', '? [a]\n: 1\n? [a]\n: 2\n', 'a: {a: {a: 1}}\n'])(
    'finds no equal keys in %j',
    (text) => {
      expect(parseYaml(text)).toMatchObject({ error: undefined })
    },
  )

  it('finds an error where the library would, and equal keys at the same place', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '1',
      ': ',
      ':\n',
      '\n',
      '\n  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      '&x ',
      '*x',
      '---\n',
      '? ',
      '#',
      '!!str ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const lineCounter = new LineCounter()
        const [first] = parseDocument(text, { prettyErrors: false, lineCounter }).errors
        const parsed = parseYaml(text)
        if (parsed.trouble) throw new Error('it is short')
        expect(parsed.error === undefined).toBe(first === undefined)
        // a key that is not written stands somewhere between the signs around it
        const isWritten = ({ pos }: { pos: [number, number] }) => /[\w"']/.test(text.charAt(pos[0]))
        if (first?.code !== 'DUPLICATE_KEY' || parsed.error?.code !== first.code) return
        if (isWritten(first) && isWritten(parsed.error)) expect(parsed.error.pos).toEqual(first.pos)
      }),
      { numRuns: 2000 },
    )
  })

  it.each<[string, (length: number) => string]>([
    ['quotes', (length) => '"'.repeat(length)],
    ['keys', (length) => Array.from({ length: length / 10 }, (_, at) => `k${at}: 1\n`).join('')],
    ['equal keys', (length) => 'key: 1\n'.repeat(length / 7)],
    ['keys in braces', (length) => `{${Array.from({ length: length / 10 }, (_, at) => `k${at}: 1`).join(', ')}}`],
    ['colons', (length) => ': '.repeat(length / 2)],
    ['commas', (length) => `[${','.repeat(length)}`],
    ['closed brackets', (length) => ']'.repeat(length)],
    ['percent signs', (length) => '%a\n'.repeat(length / 3)],
    ['tags', (length) => '!a '.repeat(length / 3)],
    ['anchors', (length) => Array.from({ length: length / 10 }, (_, at) => `- &a${at} b\n`).join('')],
    ['comments', (length) => '#\n'.repeat(length / 2)],
    ['comments at a key', (length) => `a:\n${'  # b\n'.repeat(length / 6)}  c: 1\n`],
    ['documents', (length) => '--- a\n'.repeat(length / 6)],
    ['escapes', (length) => `"${'\\q'.repeat(length / 2)}"`],
    ['line breaks in quotes', (length) => `"${'a\n \n'.repeat(length / 4)}"`],
    ['a block', (length) => `a: >\n${'  b\n\n'.repeat(length / 5)}`],
    ['white space', (length) => `a:${' '.repeat(length)}b`],
    ['tabs', (length) => `a:\n${'\t'.repeat(length)}b`],
    ['carriage returns', (length) => '\r'.repeat(length)],
    ['plain text of many lines', (length) => `a: b\n${'  c\n'.repeat(length / 4)}`],
  ])('takes time in proportion to the number of %s', (_, text) => {
    const texts = new Map([4000, 16_000].map((length) => [length, text(length)]))
    expect(growth((length) => void parseYamlDocuments(texts.get(length) ?? ''), 4000)).toBeLessThan(mostGrowth)
    expect(growth((length) => void parseYaml(texts.get(length) ?? ''), 4000)).toBeLessThan(mostGrowth)
  })

  it.each([
    ['keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: 1\n`).join('')],
    ['quotes', '"'.repeat(100_000)],
  ])('reads many %s in a part of what the library would take by itself', (_, text) => {
    expect(loopsTaken(() => void parseYaml(text))).toBeLessThan(200)
  })

  it('reads no text with so many anchors and aliases that they are slow to follow', () => {
    const text = Array.from({ length: 3000 }, (_, at) => `- &a${at} b\n- *a${at}\n`).join('')
    expect(parseYaml(text)).toMatchObject({ trouble: { words: 'has more than 5000 anchors and aliases', line: 5001 } })
    const documents = Array.from({ length: 3000 }, () => '--- {a: &a b, c: *a}\n').join('')
    expect(parseYamlDocuments(documents).trouble).toBeUndefined()
  })
})
