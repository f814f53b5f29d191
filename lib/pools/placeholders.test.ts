import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '@/lib/base/json'
import { yamlText } from '@/lib/base/yamlText'
import { findPlaceholders, placeholder, placeholderNames, withPlaceholders } from './placeholders'

describe('placeholderNames', () => {
  it.each<[string, JsonValue, string[]]>([
    ['a whole text', placeholder('A'), ['A']],
    ['several, once each and sorted', [placeholder('B'), { x: placeholder('A') }, placeholder('B')], ['A', 'B']],
    ['no part of a text', `/home/${placeholder('USER')}/x`, []],
    ['no text with quotes around it', `echo "${placeholder('USER')}"`, []],
    ['no empty name', `\${}`, []],
    ['no name that a shell does not know', `\${MY-NAME}`, []],
    ['no plain variable', '$HOME', []],
  ])('finds %s, in JSON and in YAML', (_, value, names) => {
    expect(placeholderNames(canonicalJson(value))).toEqual(names)
    expect(placeholderNames(yamlText(value))).toEqual(names)
  })
})

describe('references', () => {
  it.each<[string, JsonValue, JsonValue, object[]]>([
    ['a text of the environment', { a: { $env: 'A' } }, { a: placeholder('A') }, [{ path: 'a', variable: 'A' }]],
    ['one that says so', { $env: 'A', type: 'string' }, placeholder('A'), [{ path: '', variable: 'A' }]],
    ['one in a list', { a: [1, { $env: 'A' }] }, { a: [1, placeholder('A')] }, [{ path: 'a[1]', variable: 'A' }]],
    ['a number of the environment', { $env: 'A', type: 'number' }, { $env: 'A', type: 'number' }, [{ path: '' }]],
    ['a list of the environment', { $env: 'A', type: 'list' }, { $env: 'A', type: 'list' }, [{ path: '' }]],
    ['a name that no shell sets', { $env: 'A-B' }, { $env: 'A-B' }, [{ path: '' }]],
    ['a name of two lines', { $env: 'A\nB' }, { $env: 'A\nB' }, [{ path: '' }]],
    ['a name that is no text', { $env: 1 }, { $env: 1 }, [{ path: '' }]],
    ['a secret', { s: { $secret: 'x', key: 'k' } }, { s: { $secret: 'x', key: 'k' } }, [{ path: 's' }]],
    ['nothing', { a: [null, 'x', {}], b: { env: 'A' } }, { a: [null, 'x', {}], b: { env: 'A' } }, []],
  ])('are %s', (_, value, filled, found) => {
    expect(withPlaceholders(value)).toEqual(filled)
    expect(findPlaceholders(value, '')).toEqual(found)
  })

  it('are not looked for inside of references', () => {
    expect(findPlaceholders({ $secret: { $env: 'A' } }, 'x')).toEqual([{ path: 'x' }])
  })

  it('leave all else as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value))
        fc.pre(!JSON.stringify(json).includes('$'))
        expect(withPlaceholders(json)).toEqual(json)
      }),
    )
  })
})
