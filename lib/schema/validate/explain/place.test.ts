import { describe, expect, it } from 'vitest'
import { isOfType } from '@/lib/schema/values'
import { typeWords } from '@/lib/schema/words'
import { inMember, inSchema, isSameTrail, startTrail, stepsBelow, trailPointer } from './place'

const root = { value: startTrail(), schema: startTrail('#') }
const deep = inMember(inMember(root, 'a/b', 'properties', 'a/b'), 0, 'items')

describe('a place', () => {
  it('is written as a pointer, into the value and into the schema', () => {
    expect([trailPointer(root.value), trailPointer(root.schema)]).toEqual(['', '#'])
    expect([trailPointer(deep.value), trailPointer(deep.schema)]).toEqual(['/a~1b/0', '#/properties/a~1b/items'])
  })

  it('goes deeper into the schema at the same value', () => {
    const inner = inSchema(deep, 'allOf', 1)
    expect(inner.value).toBe(deep.value)
    expect(trailPointer(inner.schema)).toBe('#/properties/a~1b/items/allOf/1')
  })

  it('knows how deep it is, and the steps from there', () => {
    expect([root.value.depth, deep.value.depth, deep.schema.depth]).toEqual([0, 2, 3])
    expect(stepsBelow(deep.value, 0)).toEqual(['a/b', 0])
    expect(stepsBelow(deep.value, 1)).toEqual([0])
    expect(stepsBelow(deep.value, 2)).toEqual([])
  })

  it.each([
    ['itself', deep.value, true],
    ['the same way, gone again', inMember(inMember(root, 'a/b'), 0).value, true],
    ['another last step', inMember(inMember(root, 'a/b'), 1).value, false],
    ['another first step', inMember(inMember(root, 'a'), 0).value, false],
    ['a number that is written as a text', inMember(inMember(root, 'a/b'), '0').value, false],
    ['a shorter one', inMember(root, 'a/b').value, false],
    ['a longer one', inMember(deep, 0).value, false],
    ['the beginning', root.value, false],
  ])('is the same as %s: %s', (_, other, expected) => {
    expect(isSameTrail(deep.value, other)).toBe(expected)
    expect(isSameTrail(other, deep.value)).toBe(expected)
  })
})

describe('typeWords', () => {
  it.each([
    [[], 'of no type at all'],
    [['string'], 'a string'],
    [['boolean'], 'true or false'],
    [['string', 'null'], 'a string or null'],
    [['array', 'object', 'integer'], 'an array, an object or an integer'],
    [['string', 'string'], 'a string'],
    [['float'], 'float'],
    [['constructor', 'valueOf'], 'constructor or valueOf'],
  ])('%j: %s', (types, expected) => {
    expect(typeWords(types)).toBe(expected)
  })
})

describe('isOfType', () => {
  const values = { null: null, boolean: false, integer: 2.0, number: 0.5, string: '1', array: [], object: {} }

  it.each(Object.entries(values))('a value of type %s is of that alone, but an integer is a number', (type, value) => {
    const found = Object.keys(values).filter((name) => isOfType(value, name))
    expect(found).toEqual(type === 'integer' ? ['integer', 'number'] : [type])
  })

  it('a number too large for a double is of none', () => {
    expect(Object.keys(values).filter((type) => isOfType(Number.POSITIVE_INFINITY, type))).toEqual([])
  })
})
