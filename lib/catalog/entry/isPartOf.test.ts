import { describe, expect, it } from 'vitest'
import { withDefaults } from '@/lib/catalog/template/payloadProperties'
import type { PluginEntry } from './entry'
import { isPartOf, whyUnknown } from './versions'

const entry = (members: Partial<PluginEntry>): PluginEntry => ({
  kind: 'plugin',
  worker: 'w',
  name: 'p',
  version: '1.0.0',
  title: 'P',
  description: 'P',
  whenDisabled: 'refused',
  configSchema: {},
  payloadSchema: {},
  ...members,
})

describe('isPartOf', () => {
  it.each<[string, Partial<PluginEntry>, boolean]>([
    ['of every program', {}, true],
    ['of this engine', { engines: ['other', 'linux'] }, true],
    ['of another engine', { engines: ['other'] }, false],
    ['since this version', { since: '2.0.0' }, true],
    ['since a later one', { since: '2.0.1' }, false],
    ['until a later one', { until: '2.0.1' }, true],
    ['until this version', { until: '2.0.0' }, false],
  ])('a plugin %s', (_, members, expected) => {
    expect(isPartOf(entry(members), 'linux', '2.0.0')).toBe(expected)
  })
})

describe('properties of a configuration', () => {
  const schema = {
    properties: {
      all: {},
      some: { engines: ['linux'] },
      late: { since: '2.0.0' },
      gone: { until: '1.0.0' },
    },
  }

  it('say why a program does not know them', () => {
    const why = (name: keyof typeof schema.properties, engine: string, version: string) =>
      whyUnknown(schema.properties[name], engine, version)
    expect(why('all', 'x', '1.0.0')).toBeUndefined()
    expect(why('some', 'linux', '1.0.0')).toBeUndefined()
    expect(why('some', 'x', '1.0.0')).toBe('exists only on linux')
    expect(why('late', 'x', '1.9.9')).toBe('exists since version 2.0.0')
    expect(why('gone', 'x', '1.0.0')).toBe('is gone since version 1.0.0')
  })
})

it('fills in defaults in depth, and changes nothing in place', () => {
  const schema = {
    properties: {
      a: { default: 1 },
      b: { properties: { c: { default: true }, d: {} }, default: {} },
      list: { default: [1] },
      none: {},
    },
  }
  const given = { b: { d: 2 }, list: [] }
  expect(withDefaults(schema, given)).toEqual({ a: 1, b: { c: true, d: 2 }, list: [] })
  expect(withDefaults(schema, {})).toEqual({ a: 1, b: { c: true }, list: [1] })
  expect(given).toEqual({ b: { d: 2 }, list: [] })
  expect(withDefaults(schema, 'text')).toBe('text')
})
