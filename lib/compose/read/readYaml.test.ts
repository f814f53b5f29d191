import { describe, expect, it } from 'vitest'
import { MAX_DOCUMENT_LENGTH, readYaml } from './readYaml'

function data(text: string, dialect: 'worker' | 'design' = 'worker') {
  const read = readYaml(text, dialect)
  return read.ok ? read.value.data : read.problems
}

describe('readYaml', () => {
  it.each([
    ['keys that YAML 1.1 takes for booleans', 'N: 1\non: 2\nyes: 3', { false: 1, true: 3 }],
    ['numbers as keys', '1: a\n1.5: b', { '1': 'a', '1.5': 'b' }],
    ['the last of equal keys', 'a: 1\na: 2', { a: 2 }],
    ['dates as text', 'a: 2026-01-01', { a: '2026-01-01' }],
    ['no sexagesimal numbers', 'a: 1:30', { a: '1:30' }],
    ['an exponent alone as text', 'a: E0\nb: 1e3\nc: e5', { a: 'E0', b: 1000, c: 'e5' }],
    ['merged maps', 'p: &p {a: 1}\nq: {<<: *p, b: 2}', { p: { a: 1 }, q: { a: 1, b: 2 } }],
    ['whole numbers', 'a: 9223372036854775807\nb: 0x10\nc: 010\nd: -1', { a: 2 ** 63, b: 16, c: 8, d: -1 }],
    ['nothing as null', '', null],
    ['prototype keys as any other', '__proto__: {a: 1}', JSON.parse('{"__proto__": {"a": 1}}')],
  ])('reads %s as the worker does', (_, text, expected) => {
    expect(data(text)).toEqual(expected)
  })

  it('reads designs as YAML 1.2', () => {
    expect(data('a: on\nb: N', 'design')).toEqual({ a: 'on', b: 'N' })
    expect(data('a: 1\na: 2', 'design')).toMatchObject([{ code: 'unreadable-yaml', line: 2 }])
  })

  it('says where the text is no YAML', () => {
    expect(data('a: 1\nb: [1, 2\nc: 3')).toMatchObject([{ code: 'unreadable-yaml', line: 3 }])
    expect(data('a: *nowhere')).toMatchObject([{ code: 'unusable-data' }])
    expect(data('? {a: 1}\n: 2')).toMatchObject([{ code: 'unusable-data' }])
    expect(data('a: 9223372036854775808')).toMatchObject([{ code: 'unusable-data' }])
    expect(data('a: .inf')).toMatchObject([{ code: 'unusable-data' }])
  })

  it.each<[string, string, number]>([
    ['two', 'a: 1\n---\na: 2\n', 2],
    ['two of which the first ends', 'a: 1\n...\n---\na: 2\n', 3],
    ['an empty one at the end', 'a: 1\nb: 2\n---\n', 3],
    ['one that is broken itself', 'a: 1\n---\nb: [\n', 2],
  ])('refuses %s documents in a design, reads the first of them in a file of the worker', (_, text, line) => {
    expect(readYaml(text, 'design', 'f.yml')).toEqual({
      ok: false,
      problems: [
        {
          code: 'unreadable-yaml',
          severity: 'error',
          message: 'The text is not valid YAML: a second document begins here, and there can be only one.',
          path: '',
          file: 'f.yml',
          line,
          column: 1,
          help: 'Put what follows into a file of its own.',
        },
      ],
    })
    const read = readYaml(text, 'worker', 'f.yml')
    expect(read).toMatchObject({ ok: true, value: { data: { a: 1 } } })
    expect(read.problems).toMatchObject([{ code: 'document-ignored', severity: 'warning', file: 'f.yml', line }])
  })

  it('takes a broken first document for broken, whatever follows', () => {
    expect(data('a: [\n---\na: 2\n')).toMatchObject([{ code: 'unreadable-yaml' }])
  })

  it.each(['---\na: 1\n', 'a: 1\n...\n', '%YAML 1.1\n---\na: 1\n...\n# end\n'])('takes %j for one document', (text) => {
    for (const dialect of ['worker', 'design'] as const) {
      const read = readYaml(text, dialect)
      expect(read.ok && [read.value.data, read.problems]).toEqual([{ a: 1 }, []])
    }
  })

  it('lets no small text become huge data', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (let i = 0; i < 8; i++) {
      const [before, here] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)]
      bomb.push(`${here}: &${here} [${Array(9).fill(`*${before}`).join(',')}]`)
    }
    expect(data(bomb.join('\n'))).toMatchObject([{ code: 'unusable-data' }])
    expect(data('x'.repeat(MAX_DOCUMENT_LENGTH + 1))).toMatchObject([{ code: 'document-too-large' }])
  })

  it.each(['- ', '? ', '[', '{a: '])('does not follow %j for ever', (sign) => {
    const text = `a: 1\nb:\n  ${sign.repeat(100_000)}`
    expect(data(text)).toMatchObject([{ code: 'unreadable-yaml', line: 3, message: 'The text nests too deeply.' }])
    expect(data(text, 'design')).toMatchObject([{ code: 'unreadable-yaml', line: 3 }])
  })

  it('finds places again', () => {
    const read = readYaml('a:\n  b:\n    - x\n    - y: 1\n', 'worker')
    if (!read.ok) throw new Error('unreadable')
    expect(read.value.locate(['a', 'b', 1, 'y'])).toEqual({ line: 4, column: 7 })
    expect(read.value.locate(['a', 'b', 0])).toEqual({ line: 3, column: 7 })
    expect(read.value.locate(['a', 'gone'])).toEqual({ line: 1, column: 1 })
    expect(read.value.locate([])).toEqual({ line: 1, column: 1 })
  })
})
