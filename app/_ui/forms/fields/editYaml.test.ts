import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { editYaml } from './editYaml'
import { readYamlValue, valueAt } from './fieldValues'

describe('editYaml', () => {
  const cases: [string, string, (string | number)[], JsonValue | undefined, string][] = [
    ['replaces a value', 'a: 1\nb: 2\n', ['b'], 3, 'a: 1\nb: 3\n'],
    ['keeps comments', '# top\na: 1 # one\n', ['a'], 2, '# top\na: 2 # one\n'],
    ['keeps quotes', 'a: "x"\n', ['a'], 'y', 'a: "y"\n'],
    ['adds a member', 'a: 1\n', ['b'], true, 'a: 1\nb: true\n'],
    ['makes the way', 'a: 1\n', ['b', 'c', 'd'], 'x', 'a: 1\nb:\n  c:\n    d: x\n'],
    ['opens an empty map', 'plugins: {}\n', ['plugins', 'env'], {}, 'plugins:\n  env: {}\n'],
    ['replaces an empty value on the way', 'engine:\n', ['engine', 'name'], 'native', 'engine:\n  name: native\n'],
    ['removes a member', 'a: 1\nb: 2\n', ['a'], undefined, 'b: 2\n'],
    ['leaves alone what is not there', 'a: 1\n', ['x', 'y'], undefined, 'a: 1\n'],
    ['writes lists as blocks', 'a: 1\n', ['l'], ['x', 'y'], 'a: 1\nl:\n  - x\n  - y\n'],
    ['changes an item', 'l:\n  - x\n  - y\n', ['l', 1], 'z', 'l:\n  - x\n  - z\n'],
    ['begins an empty document', '', ['a'], 1, 'a: 1\n'],
    ['keeps text that looks like a number', 'a: x\n', ['a'], '42', 'a: "42"\n'],
  ]
  it.each(cases)('%s', (_what, text, place, value, expected) => {
    expect(editYaml(text, place, value)).toBe(expected)
  })

  it('gives back what was put in', () => {
    const name = fc.string({ minLength: 1 }).filter((key) => key !== '__proto__')
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), json, (place, value) => {
        const read = readYamlValue(editYaml('kept: 1\n', place, value))
        expect('value' in read && valueAt(read.value, place)).toEqual(value)
      }),
    )
  })
})

describe('readYamlValue', () => {
  it('does not follow brackets for ever', () => {
    expect(readYamlValue(`a: 1\nb: ${'['.repeat(100_000)}`)).toEqual({ message: 'the text nests too deeply', line: 2 })
  })

  it('names the line of an error', () => {
    expect(readYamlValue('a: 1\nb: [')).toMatchObject({ line: 2 })
    expect(readYamlValue('a: 1\na: 2')).toMatchObject({ line: 2 })
    expect(readYamlValue('a: 1\n---\na: 2')).toEqual({
      message: 'a second document begins here, and there can be only one',
      line: 2,
    })
  })
})
