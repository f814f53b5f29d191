import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { Limit } from '@/lib/catalog/entry/entry'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { limitNarrowings } from './limitNarrowings'

const limit: Limit = {
  id: 'most',
  title: 'Most',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: JSON-e's own interpolation
  reason: 'no more than ${config.most}',
  kind: 'refused',
  overlay: { properties: { a: { maximum: { $eval: 'config.most' } } } },
}

function narrow(limits: Limit[] | undefined, strict = true, config: JsonValue = { most: 3 }, custom = false) {
  const catalog = madeUpCatalog({}, {}, [])
  const worker = catalog.workers['taskcluster-worker']
  const plugin = worker?.plugins.made
  if (worker === undefined || plugin === undefined) throw new Error('there is no plugin')
  worker.plugins.made = { ...plugin, ...(limits === undefined ? {} : { limits }) }
  if (custom) worker.custom = ['plugin made']
  const resolved = resolveDesign(exampleDesign('made', { made: config }, { strict }), catalog)
  const [component] = resolved.ok ? resolved.value.plugins : []
  if (!resolved.ok || component === undefined) throw new Error('unresolved')
  return limitNarrowings(component, resolved.value)
}

describe('limitNarrowings', () => {
  it('renders overlay and reason with the configuration', () => {
    expect(narrow([limit])).toEqual([
      {
        overlay: { properties: { a: { maximum: 3 } } },
        outcome: 'malformed-payload',
        restriction: {
          id: 'made/most',
          component: 'plugin made',
          title: 'Most',
          engine: 'made',
          missing: [],
          kind: 'refused',
          paths: ['/a'],
          reason: 'no more than 3',
        },
      },
    ])
  })

  it('has none where the entry has none', () => {
    expect(narrow(undefined)).toEqual([])
    expect(narrow([])).toEqual([])
  })

  it('leaves out of a design that is not strict what the worker would drop', () => {
    const dropped: Limit = { ...limit, id: 'less', kind: 'dropped' }
    expect(narrow([limit, dropped], true).map(({ restriction, outcome }) => [restriction.id, outcome])).toEqual([
      ['made/most', 'malformed-payload'],
      ['made/less', 'ignored'],
    ])
    expect(narrow([limit, dropped], false).map(({ restriction }) => restriction.id)).toEqual(['made/most'])
  })

  it.each<[string, JsonValue, number]>([
    ['holds', { most: 3, on: true }, 1],
    ['does not hold', { most: 3, on: false }, 0],
    ['would be wrong without its condition', { on: false }, 0],
  ])('looks at the condition first: where it %s', (_, config, count) => {
    expect(narrow([{ ...limit, if: 'config.on' }], true, config)).toHaveLength(count)
  })

  it('leaves out an overlay that renders to nothing', () => {
    expect(narrow([{ ...limit, overlay: { $eval: 'null' }, reason: 'none' }])).toEqual([])
  })

  it('names the entry and the limit where its template is wrong', () => {
    expect(() => narrow([limit], true, {})).toThrow('plugin made: limits.most.overlay')
    expect(() => narrow([{ ...limit, if: 'config.gone' }])).toThrow('plugin made: limits.most')
  })

  it('looks at what the template of a custom entry has made', () => {
    const wrong = { ...limit, overlay: { properties: { a: { maximum: { $eval: 'config.most' } } } } }
    expect(narrow([wrong], true, { most: 'x' })).toHaveLength(1)
    expect(() => narrow([wrong], true, { most: 'x' }, true)).toThrow('plugin made: overlay.properties.a.maximum')
    expect(narrow([wrong], true, { most: 4 }, true)).toHaveLength(1)
  })
})
