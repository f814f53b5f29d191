import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { distinctVariants, kitComposition } from './kitComposition'
import { missingPlaces } from './missingPlaces'
import { bareWorker, engineWith, film, pluginWith } from './testing/madeEntries'

const closed = (...names: string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, {}])),
  additionalProperties: false,
})

it.each<[string, JsonObject[], string[]]>([
  ['a schema that has it', [closed('film')], []],
  ['one of several schemas that has it', [closed('other'), closed('film')], []],
  ['schemas that have it not', [closed('other'), closed()], ['taskFeatures[0].requestedBy.path']],
  ['no schema at all', [], ['taskFeatures[0].requestedBy.path']],
])('looks for a place in %s', (_, schemas, places) => {
  expect(missingPlaces(pluginWith([film]), schemas).map(({ path }) => path)).toEqual(places)
})

it('asks for no place of what every task asks for, nor of constants', () => {
  const always = { ...film, requestedBy: { always: true as const } }
  const constant = {
    stage: 'Started',
    feature: 'openDisplay',
    arguments: { n: [{ constant: 1 }, { configKeysOf: '/x' }] },
  } as const
  expect(
    missingPlaces(pluginWith([{ ...always, calls: [{ ...constant, arguments: { n: [...constant.arguments.n] } }] }]), [
      closed(),
    ]),
  ).toEqual([])
})

it('takes variants of the same schemas for one, the first', () => {
  const variant = (lacking: 'openDisplay' | 'newShell' | undefined, name: string) => {
    const entry = engineWith(lacking === undefined ? {} : { [lacking]: { supported: false, reason: 'x' } })
    return {
      name,
      complete: kitComposition(bareWorker(), { entry, config: {} }, [{ entry: pluginWith([film]), config: {} }]),
    }
  }
  const all = [variant(undefined, 'all'), variant('newShell', 'no shell'), variant('openDisplay', 'no display')]
  expect(distinctVariants(all).map(({ name }) => name)).toEqual(['all', 'no display'])
})
