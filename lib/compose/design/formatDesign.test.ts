import { describe, expect, it } from 'vitest'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { designDocument, formatDesign } from './formatDesign'

const members = ['worker', 'provisionerId', 'workerType', 'description', 'strict', 'engine', 'plugins', 'settings']

describe('formatDesign', () => {
  it('leaves out members that say nothing', () => {
    expect(Object.keys(designDocument(exampleDesign('native', {})))).toEqual(members)
  })

  it('has every member in its place', () => {
    const design = exampleDesign(
      'native',
      { env: {} },
      {
        rootUrl: 'https://tc.example.com',
        disabledPlugins: ['env'],
        otherEngines: { mock: {} },
        samples: { A: 1 },
        transforms: [],
        catalog: { 'plugin env': '1.0.0' },
      },
    )
    expect(Object.keys(designDocument(design))).toEqual([
      ...members.slice(0, 5),
      'rootUrl',
      'engine',
      'plugins',
      'disabledPlugins',
      'otherEngines',
      'settings',
      'samples',
      'transforms',
      'catalog',
    ])
  })

  it('sorts what has no order, and keeps the order of what has one', () => {
    const design = exampleDesign(
      'script',
      { logprefix: { b: '', a: '' }, env: {} },
      {
        disabledPlugins: ['logprefix', 'env'],
        transforms: ['secrets', 'env'],
        engine: {
          name: 'script',
          config: { schema: { required: ['b', 'a'], type: 'object', properties: {} }, command: ['z', 'a'] },
        },
      },
    )
    const document = designDocument(design)
    expect(JSON.stringify(document.plugins)).toBe('{"env":{},"logprefix":{"a":"","b":""}}')
    expect(document.disabledPlugins).toEqual(['env', 'logprefix'])
    expect(document.transforms).toEqual(['secrets', 'env'])
    expect(JSON.stringify(document.engine)).toBe(
      '{"name":"script","config":{"command":["z","a"],"schema":{"properties":{},"required":["b","a"],"type":"object"}}}',
    )
  })

  it.each([
    ['long text', 'x '.repeat(500)],
    ['several lines', 'a\n\n  b\n'],
    ['what looks like something else', 'on'],
    ['a number', '007'],
    ['signs', '--- # : {} [] & * ! | > % @ `'],
    ['a document mark', '---\na: 1\n---\n'],
    ['nothing', ''],
    ['control characters', '\u0007\u2028\u0085'],
  ])('writes %s so that it is read as it was', (_, text) => {
    const design = exampleDesign('native', { logprefix: { [text]: text } }, { description: text })
    const read = parseDesign(formatDesign(design))
    expect(read.ok && read.value.design).toEqual(design)
  })

  it('writes shared parts twice, not as aliases', () => {
    const shared = { a: 'x' }
    expect(formatDesign(exampleDesign('native', { logprefix: shared, env: { extra: shared } }))).not.toMatch(/[&*]/)
  })
})
