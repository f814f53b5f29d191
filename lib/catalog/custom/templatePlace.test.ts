import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import { templatePlace } from './templatesOf'

const plain = 'properties: {a: {items: [{type: string}]}}'
const choice = `
properties:
  a:
    $if: config.x
    then: {type: string}
    else: {type: integer, minimum: 0}`
const let_ = '{$let: {a: 1}, in: {properties: {b: {type: string}}}}'
const switch_ = "{$switch: {'config.x': {properties: {a: {}}}, $default: {properties: {b: {type: string}}}}}"
const merge = '{$merge: [{properties: {a: {}}}, {required: [a]}]}'

it.each<[string, string, EntryPlace, EntryPlace]>([
  ['a plain part', plain, ['properties', 'a', 'items', 0, 'type'], ['properties', 'a', 'items', 0, 'type']],
  ['the whole', plain, [], []],
  ['what is not there', plain, ['properties', 'b', 'type'], ['properties']],
  ['a first branch', choice, ['properties', 'a', 'type'], ['properties', 'a', 'then', 'type']],
  [
    'a second branch, where only that has it',
    choice,
    ['properties', 'a', 'minimum'],
    ['properties', 'a', 'else', 'minimum'],
  ],
  ['a choice itself', choice, ['properties', 'a'], ['properties', 'a', 'then']],
  ['behind names', let_, ['properties', 'b', 'type'], ['in', 'properties', 'b', 'type']],
  ['a case', switch_, ['properties', 'b', 'type'], ['$switch', '$default', 'properties', 'b', 'type']],
  ['a merged part', merge, ['required', 0], ['$merge', 1, 'required', 0]],
  ['what an expression makes', '{properties: {$eval: config.x}}', ['properties', 'a'], ['properties']],
])('templatePlace finds %s', (_, text, rendered, expected) => {
  expect(templatePlace(parse(text), rendered, ['payloadSchema'])).toEqual(['payloadSchema', ...expected])
})
