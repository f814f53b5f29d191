import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ChangeEffect, SchemaChange } from '@/lib/compare/schemaComparison'
import { groupChanges } from './rolloutOf'

const change = (id: number, effect: ChangeEffect, component?: string): SchemaChange => ({
  id: `${id}`,
  kind: 'added',
  path: '',
  what: 'type',
  places: {},
  effect,
  sentence: '',
  ...(component === undefined ? {} : { component }),
})
const order: ChangeEffect[] = ['narrows', 'undecided', 'widens', 'text only']
const changes = fc
  .array(fc.tuple(fc.constantFrom(...order), fc.constantFrom(undefined, 'plugin a', 'plugin b', '__proto__')))
  .map((all) =>
    all
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([effect, component], i) => change(i, effect, component)),
  )

it('has every change once, with others of its component, in their order', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const groups = groupChanges(all)
      expect(new Set(groups.map(({ component }) => component)).size).toBe(groups.length)
      for (const { component, changes: inside } of groups) {
        expect(inside).toEqual(all.filter((one) => one.component === component))
      }
      expect(groups.flatMap((group) => group.changes)).toHaveLength(all.length)
    }),
  )
})

it('has components that break tasks before others', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const breaks = groupChanges(all).map((group) => group.changes.some(({ effect }) => effect === 'narrows'))
      expect(breaks).toEqual([...breaks].sort((a, b) => Number(b) - Number(a)))
    }),
  )
})
