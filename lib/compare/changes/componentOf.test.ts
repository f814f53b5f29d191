import { expect, it } from 'vitest'
import type { CompareOptions, SchemaOrigin } from '@/lib/compare/schemaComparison'
import type { Difference } from './comparedPlace'
import { componentOf } from './listChanges'

const restriction = (id: string, ...paths: string[]) => ({ id, component: `plugin ${id}`, paths })
const origin = (...restrictions: SchemaOrigin['restrictions'][number][]): SchemaOrigin => ({
  provenance: { command: 'engine mock', caches: 'plugin cache' },
  restrictions,
})

type Row = [
  what: string,
  path: string,
  kind: Difference['kind'],
  origins: CompareOptions['origins'],
  expected: ReturnType<typeof componentOf>,
]

it.each<Row>([
  ['nobody, where no origin is known', '/command', 'changed', undefined, {}],
  [
    'the component that declares the property',
    '/command/0',
    'changed',
    { new: origin() },
    { component: 'engine mock' },
  ],
  ['nobody for the whole', '', 'changed', { new: origin() }, {}],
  ['nobody for a property that no component declares', '/other', 'added', { new: origin() }, {}],
  ['nobody for a name of every object', '/constructor', 'added', { new: origin() }, {}],
  [
    'of what was removed, the component that declared it',
    '/command',
    'removed',
    { old: { provenance: { command: 'engine old' }, restrictions: [] }, new: origin() },
    { component: 'engine old' },
  ],
  [
    'of what was added, the component that declares it now',
    '/command',
    'added',
    { old: { provenance: { command: 'engine old' }, restrictions: [] }, new: origin() },
    { component: 'engine mock' },
  ],
  [
    'a new restriction of the place',
    '/caches',
    'changed',
    { old: origin(), new: origin(restriction('a', '/caches')) },
    { component: 'plugin a', restriction: 'a' },
  ],
  [
    'a restriction that is gone',
    '/caches',
    'changed',
    { old: origin(restriction('a', '/caches')), new: origin() },
    { component: 'plugin a', restriction: 'a' },
  ],
  [
    'no restriction that both sides have',
    '/caches',
    'changed',
    { old: origin(restriction('a', '/caches')), new: origin(restriction('a', '/caches')) },
    { component: 'plugin cache' },
  ],
  [
    'the restriction that comes closest',
    '/caches/*/name',
    'changed',
    { old: origin(), new: origin(restriction('a', '/caches'), restriction('b', '/command', '/caches/*/name')) },
    { component: 'plugin b', restriction: 'b' },
  ],
  [
    'a restriction whose pattern takes any item',
    '/caches/0/name',
    'changed',
    { old: origin(), new: origin(restriction('a', '/caches/*')) },
    { component: 'plugin a', restriction: 'a' },
  ],
  [
    'no restriction of a place beside',
    '/caches/*/name',
    'changed',
    { old: origin(), new: origin(restriction('a', '/caches/*/path')) },
    { component: 'plugin cache' },
  ],
  [
    'no restriction of the whole',
    '/caches',
    'changed',
    { new: origin(restriction('a', '')) },
    { component: 'plugin cache' },
  ],
])('names %s', (_, path, kind, origins, expected) => {
  expect(componentOf({ path, kind }, origins)).toEqual(expected)
})
