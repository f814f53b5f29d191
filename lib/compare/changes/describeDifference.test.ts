import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { says } from './comparedPlace'
import { describeDifference } from './describeDifference'

type Row = [what: string, before: JsonValue | undefined, after: JsonValue | undefined, sentence: string]

const of = (path: string, [what, before, after]: Row) =>
  describeDifference({
    ...says(before, after),
    path,
    what,
    places: {},
    forth: { pointer: '', value: after },
    back: { pointer: '', value: before },
    isText: false,
  })

describe('a keyword with one value', () => {
  it.each<Row>([
    ['maximum', 3600, 60, '`a` must be at most 60; before, it had to be at most 3600.'],
    ['minimum', undefined, 0.5, '`a` must now be at least 0.5.'],
    ['exclusiveMinimum', 1, undefined, '`a` no longer has to be more than 1.'],
    ['exclusiveMaximum', 2, 1, '`a` must be less than 1; before, it had to be less than 2.'],
    ['exclusiveMaximum', undefined, true, '`a` must now exclude the maximum: true.'],
    ['multipleOf', undefined, 60, '`a` must now be a multiple of 60.'],
    ['minLength', undefined, 1, '`a` must now have at least 1 character.'],
    ['maxLength', 1, 20, '`a` must have at most 20 characters; before, it had to have at most 1 character.'],
    ['minItems', 2, undefined, '`a` no longer has to have at least 2 items.'],
    ['maxItems', undefined, 1, '`a` must now have at most 1 item.'],
    ['minProperties', undefined, 1, '`a` must now have at least 1 property.'],
    ['maxProperties', undefined, 0, '`a` must now have at most 0 properties.'],
    ['maxLength', undefined, 'few', '`a` must now have at most "few" characters.'],
    ['pattern', undefined, '^a$', '`a` must now match the pattern `^a$`.'],
    ['format', 'uri', undefined, '`a` no longer has to have the format "uri".'],
    ['const', undefined, null, '`a` must now be null.'],
    ['type', 'string', ['string', 'null'], '`a` must be a string or null; before, it had to be a string.'],
    ['type', undefined, 'toString', '`a` must now be toString.'],
  ])('%s: %j to %j', (...row) => {
    expect(of('/a', row)).toBe(row[3])
  })
})

describe('what has words of its own', () => {
  it.each<Row>([
    ['property', undefined, {}, '`a.b` is declared now.'],
    ['property', {}, undefined, '`a.b` is no longer declared.'],
    ['required', undefined, true, '`a.b` must be there now.'],
    ['required', true, undefined, '`a.b` may be left out now.'],
    ['names like this', undefined, {}, 'Names like `a.b` are now spoken of.'],
    ['names like this', {}, undefined, 'Names like `a.b` are no longer spoken of.'],
    ['additionalProperties', {}, false, '`a.b` takes no properties any more but those that it names.'],
    ['additionalProperties', false, undefined, '`a.b` takes any further properties now.'],
    ['additionalProperties', false, true, '`a.b` takes any further properties now.'],
    ['additionalProperties', undefined, { type: 'null' }, '`a.b` takes other further properties than before.'],
    ['uniqueItems', undefined, true, '`a.b` may no longer have an item twice.'],
    ['uniqueItems', true, undefined, '`a.b` may now have an item twice.'],
    ['anyOf', undefined, {}, '`a.b` has one alternative more.'],
    ['oneOf', {}, undefined, '`a.b` has one alternative less.'],
    ['not', { const: 1 }, { const: 2 }, '`a.b`: `not` was changed.'],
    ['allOf', undefined, [], '`a.b`: `allOf` was added.'],
    ['title', 'a', undefined, '`a.b`: `title` was removed.'],
    ['valueOf', undefined, 1, '`a.b`: `valueOf` was added.'],
    ['constructor', 1, 2, '`a.b`: `constructor` was changed.'],
  ])('%s: %j to %j', (...row) => {
    expect(of('/a/b', row)).toBe(row[3])
  })
})

describe('enum', () => {
  const many = Array.from({ length: 10 }, (_, i) => i)

  it.each<Row>([
    ['enum', ['a', 'b'], ['a'], 'The payload can no longer be "b".'],
    ['enum', ['a'], ['b', 'a', 'c'], 'The payload can now be "b" or "c".'],
    ['enum', ['a', 'b'], ['b', 'c'], 'The payload can no longer be "a", and can now be "c".'],
    ['enum', ['a', 'b'], ['b', 'a'], 'The payload takes the same values in another order.'],
    ['enum', [{ a: 1, b: 2 }], [{ b: 2, a: 1 }], 'The payload takes the same values in another order.'],
    ['enum', undefined, ['a'], 'The payload must now be "a".'],
    ['enum', [1, null, 'x'], undefined, 'The payload no longer has to be 1, null or "x".'],
    ['enum', undefined, many, 'The payload must now be 0, 1, 2, 3, 4, 5, 6, 7 or 2 others.'],
  ])('%s: %j to %j', (...row) => {
    expect(of('', row)).toBe(row[3])
  })
})

it('names a place as people read it', () => {
  const row: Row = ['minimum', undefined, 1, '']
  expect(of('/caches/*/a~1b', row)).toBe('`caches.*.a/b` must now be at least 1.')
})
