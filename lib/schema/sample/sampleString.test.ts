import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { codePointLength } from '@/lib/schema/values'
import { sampleFormats, wordsFor } from './sampleWords'
import { samplesOf } from './testing/samplesOf'

const text = { type: 'string' }

describe('the first text', () => {
  it.each<[JsonObject, string]>([
    [text, 'example'],
    [{ ...text, maxLength: 3 }, 'exa'],
    [{ ...text, maxLength: 0 }, ''],
    [{ ...text, minLength: 10 }, 'exampleexa'],
    [{ ...text, pattern: '^/' }, '/example/'],
    [{ ...text, pattern: '^[0-9]$' }, '1'],
    [{ ...text, pattern: '^v[0-9]{2}$' }, 'v01'],
    [{ ...text, enum: ['b', 'a'] }, 'b'],
    [{ ...text, format: 'date' }, '2030-01-01'],
    [{ allOf: [{ ...text, minLength: 2 }, { maxLength: 2 }] }, 'ex'],
    [{ ...text, not: { const: 'example' } }, '/example/'],
  ])('of %j is %j', (schema, expected) => {
    expect(samplesOf(schema)[0]).toBe(expected)
  })

  it.each<[string[], JsonObject, string]>([
    [['image'], text, 'debian:stable'],
    [['image'], { ...text, format: 'uri' }, 'https://example.com/image.tar.zst'],
    [['buildUrl'], text, 'https://example.com/file.txt'],
    [['caches', 'mountPoint'], text, 'cache'],
    [['caches', 'mountPoint'], { ...text, pattern: '^/.*/$' }, '/mnt/cache/'],
    [['artifacts', 'name'], text, 'public/output.txt'],
    [['elsewhere', 'name'], text, 'example'],
    [['env', 'EXAMPLE'], text, 'value'],
  ])('at %j of %j is %j', (names, schema, expected) => {
    expect(samplesOf(schema, { names })[0]).toBe(expected)
  })

  it('has as many code points as are asked for', () => {
    for (const least of [1, 7, 8, 100, 5000]) {
      const [found] = samplesOf({ ...text, minLength: least, maxLength: least })
      expect(codePointLength(String(found))).toBe(least)
    }
  })

  it('is none where none can be, or a very long one is asked for', () => {
    expect(samplesOf({ ...text, minLength: 2, maxLength: 1 })).toEqual([])
    expect(samplesOf({ ...text, minLength: 1_000_000 })).toEqual([])
  })
})

it.each([...payloadFormats.keys()])('there is a good example of the format %s', (format) => {
  const example = sampleFormats.get(format)
  expect(payloadFormats.get(format)?.test(example ?? '')).toBe(true)
  expect(samplesOf({ ...text, format })[0]).toBe(example)
})

it('there are texts enough for items that must differ', () => {
  expect(new Set(samplesOf(text)).size).toBeGreaterThanOrEqual(20)
  expect(new Set(samplesOf({ ...text, pattern: '^[a-z]+$' })).size).toBeGreaterThanOrEqual(10)
})

describe('wordsFor', () => {
  it.each<[string[], unknown[]]>([
    [[], []],
    [['unheard-of'], []],
    [
      ['artifacts', 'path'],
      ['build/output.txt', '/build/output.txt', 'output.txt'],
    ],
    [['a', 'path'], ['output.txt']],
    [['sourceUrl'], ['https://example.com/file.txt']],
    [['uri'], ['https://example.com/file.txt']],
    [['curl'], ['https://example.com/file.txt']],
  ])('%j: %j', (names, expected) => {
    expect(wordsFor({ names, depth: names.length })).toEqual(expected)
  })
})
