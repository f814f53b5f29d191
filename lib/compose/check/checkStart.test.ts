import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { StartCheck } from '@/lib/catalog/entry/entry'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import type { Component } from '@/lib/compose/resolve/resolvedDesign'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { checkStart } from './checkStart'

const made = madeUpCatalog({}, {}, []).workers['taskcluster-worker']?.plugins.made
if (made === undefined) throw new Error('there is no plugin')
const plugin = made

function check(startChecks: StartCheck[] | undefined, config: JsonValue): string[] {
  const component: Component = {
    entry: { ...plugin, ...(startChecks === undefined ? {} : { startChecks }) },
    label: 'plugin made',
    config,
    place: ['plugins', 'made'],
    context: exampleContext({ config }),
  }
  return checkStart(component).map(({ code, severity, path, message, component: who }) => {
    expect([code, severity, who]).toEqual(['start-refused', 'error', 'plugin made'])
    return `${path}: ${message}`
  })
}

const rule = (at: string, schema: JsonObject): StartCheck => ({
  id: 'c',
  message: 'It must.',
  at,
  stage: 'plugin',
  schema,
})
const needsToken = rule('', { required: ['token'], properties: { token: { minLength: 1 } } })
const items = rule('/list/*', { minimum: 1 })
const schemas: StartCheck = { id: 's', message: 'unused', at: '/schemas/*', stage: 'engine', check: 'draft-04-schema' }

describe('checkStart', () => {
  it.each<[string, StartCheck[] | undefined, JsonValue, string[]]>([
    ['no checks', undefined, {}, []],
    ['a configuration that fits', [needsToken], { token: 'x' }, []],
    ['one that does not', [needsToken], {}, ['plugins.made: It must.']],
    ['an empty text', [needsToken], { token: '' }, ['plugins.made: It must.']],
    ['a reference, which may be anything', [needsToken], { token: { $env: 'T' } }, []],
    ['a configuration that is a reference', [needsToken], { $env: 'T', type: 'json' }, []],
    [
      'items',
      [items],
      { list: [1, 0, { $env: 'N' }, 2, -1] },
      ['plugins.made.list[1]: It must.', 'plugins.made.list[4]: It must.'],
    ],
    [
      'members',
      [items],
      { list: { a: 0, 'b c': 0 } },
      ['plugins.made.list.a: It must.', 'plugins.made.list."b c": It must.'],
    ],
    ['a place that is not there', [items], {}, []],
    ['a place inside a reference', [items], { list: { $env: 'L', type: 'list' } }, []],
    ['a place inside a text', [items], { list: 'x' }, []],
    ['an index', [rule('/list/1', { minimum: 1 })], { list: [0, 0, 0] }, ['plugins.made.list[1]: It must.']],
    [
      'several checks',
      [needsToken, items],
      { list: [0] },
      ['plugins.made: It must.', 'plugins.made.list[0]: It must.'],
    ],
    ['schemas', [schemas], { schemas: { a: { type: 'string' }, b: {} } }, []],
    [
      'what is no schema',
      [schemas],
      { schemas: { a: true } },
      ['plugins.made.schemas.a: Must be an object, not true, false or another value.'],
    ],
    ['a schema with a reference in it', [schemas], { schemas: { a: { type: { $env: 'T' }, maxLength: 'x' } } }, []],
  ])('looks at %s', (_, startChecks, config, expected) => {
    expect(check(startChecks, config)).toEqual(expected)
  })

  it('says where in a schema it is wrong', () => {
    const [problem] = check([schemas], { schemas: { a: { properties: { b: { type: 'strin' } } } } })
    expect(problem).toMatch(/^plugins\.made\.schemas\.a\.properties\.b\.type: /)
  })
})
