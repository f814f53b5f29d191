import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Restriction } from '@/lib/compose/composition'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { attributeViolations, restrictionFor } from './attributeViolations'

const restriction = (id: string, ...paths: string[]): Restriction => ({
  id,
  component: 'plugin x',
  kind: 'refused',
  reason: 'x',
  title: 'X',
  engine: 'made',
  missing: [],
  paths,
})

describe('restrictionFor', () => {
  it.each<[string, string, Restriction[], Record<string, string[]>, string | undefined]>([
    ['the one of the place', '/a', [restriction('a', '/a'), restriction('b', '/b')], { a: ['/a'], b: ['/b'] }, 'a'],
    ['the one of a place above', '/a/b/c', [restriction('a', '/a')], { a: ['/a/b/c'] }, 'a'],
    ['the one of a place directly below', '/a', [restriction('a', '/a/b')], { a: ['/a'] }, 'a'],
    ['none of a place far below', '/a', [restriction('a', '/a/b/c')], { a: ['/a'] }, undefined],
    ['none of another place', '/ab', [restriction('a', '/a')], { a: ['/a'] }, undefined],
    ['none that does not refuse', '/a', [restriction('a', '/a')], { a: [] }, undefined],
    ['the nearest', '/a/b', [restriction('a', '/a'), restriction('ab', '/a/b')], { a: ['/a/b'], ab: ['/a/b'] }, 'ab'],
    [
      'the one that refuses here',
      '/a/b',
      [restriction('a', '/a'), restriction('ab', '/a/b')],
      { a: ['/a/b'], ab: ['/a/c'] },
      'a',
    ],
    ['any item', '/a/7/b', [restriction('i', '/a/*/b')], { i: ['/a/7'] }, 'i'],
    ['one of several places', '/b', [restriction('ab', '/a', '/b')], { ab: ['/b'] }, 'ab'],
    ['the whole payload', '', [restriction('a', '/a')], { a: [''] }, 'a'],
  ])('is %s', (_, pointer, restrictions, refused, expected) => {
    expect(restrictionFor(pointer, { restrictions }, ({ id }) => refused[id] ?? [])?.id).toBe(expected)
  })
})

describe('attributeViolations', () => {
  const unrestrictedSchema: JsonObject = { type: 'object', properties: { n: { type: 'integer' }, 'a/b': {} } }
  const overlays: Record<string, JsonObject> = {
    most: { properties: { n: { type: 'integer', maximum: 5 } } },
    needed: { required: ['a/b'] },
  }
  const restrictions = [restriction('most', '/n'), restriction('needed', '/a~1b')]
  const attribute = (payload: JsonValue) => {
    const schema = { allOf: [unrestrictedSchema, ...Object.values(overlays)] }
    const violations = compilePayloadValidator(schema)(payload)
    return attributeViolations(violations, payload, { restrictions, overlays, unrestrictedSchema }).map(
      ({ violation, restriction: found }) => [violation.path, found?.id],
    )
  }

  it.each<[string, JsonValue, unknown[][]]>([
    ['nothing of a good payload', { n: 5, 'a/b': 1 }, []],
    ['what is above a limit', { n: 6, 'a/b': 1 }, [['/n', 'most']]],
    ['what is no good without limits', { n: 'x', 'a/b': 1 }, [['/n', undefined]]],
    ['what is missing, at its place', { n: 1 }, [['', 'needed']]],
    ['no object', 7, [['', undefined]]],
  ])('attributes %s', (_, payload, expected) => {
    expect(attribute(payload)).toEqual(expected)
  })
})
