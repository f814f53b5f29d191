import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { ComposedCheck } from '@/lib/compose/composition'
import type { TaskFacts } from '@/lib/lifecycle/taskFacts'
import { runCheck } from './runCheck'

type Rule = ComposedCheck extends infer Check ? (Check extends { kind: string } ? Omit<Check, Common> : never) : never
type Common = 'id' | 'component' | 'message' | 'severity' | 'at'
const at = (path: string, rule: Rule, message = 'Wrong: <value>') =>
  ({ id: 'x', component: 'plugin x', severity: 'error', at: path, message, ...rule }) as ComposedCheck
const run = (check: ComposedCheck, payload: JsonValue, facts: TaskFacts = {}, scopes: string[] | undefined = []) =>
  runCheck(check, { name: 't', payload, scopes, facts })
const found = (...args: Parameters<typeof run>) => run(...args).map(({ severity, path }) => `${severity} ${path}`)

const hour: Rule = { kind: 'maximumDuration', seconds: 3600 }
const four: Rule = { kind: 'maximumProduct', members: ['a', 'b'], maximum: 4 }
const named: Rule = { kind: 'uniqueKey', key: 'name' }
const apart: Rule = { kind: 'distinctPaths', nested: false }
const nested: Rule = { kind: 'distinctPaths', nested: true }
const differing: Rule = { kind: 'differingMembers', defaults: { a: 1, b: 1 } }
const reserved: Rule = { kind: 'reservedName', members: [], names: ['public/log'] }
const group: Rule = { kind: 'host', fact: 'groups' }
const outlives: Rule = { kind: 'outlivesDeadline' }

describe('runCheck', () => {
  it.each<[string, ComposedCheck, JsonValue, TaskFacts, string[]]>([
    ['a time in words within the limit', at('/t', hour), { t: '1 hour' }, {}, []],
    ['a time in words above it', at('/t', hour), { t: '2 hours' }, {}, ['error /t']],
    ['a number above it, which the schema refuses', at('/t', hour), { t: 3601 }, {}, []],
    ['no time at all', at('/t', hour), { t: 'soon' }, {}, []],
    ['a product at the limit', at('/m', four), { m: { a: 2, b: 2 } }, {}, []],
    ['a product above it', at('/m', four), { m: { a: 5 } }, {}, ['error /m']],
    ['factors that are no numbers', at('/m', four), { m: { a: '9', b: 4 } }, {}, []],
    [
      'one name twice',
      at('/l/*', named),
      { l: [{ name: 1 }, {}, { name: 1 }, { name: 1 }] },
      {},
      ['error /l/2', 'error /l/3'],
    ],
    ['names of other types', at('/l/*', named), { l: [{ name: 1 }, { name: '1' }, 1, 1] }, {}, []],
    ['one path twice', at('/l/*', apart), { l: ['a', 'b', 'a'] }, {}, ['error /l/2']],
    ['one path in another, where that may be', at('/l/*', apart), { l: ['/a/', '/a/b/'] }, {}, []],
    ['one path in another', at('/l/*', nested), { l: ['/a/b/', '/c', '/a/'] }, {}, ['error /l/2']],
    ['paths that are no texts', at('/l/*', apart), { l: [1, 1] }, {}, []],
    ['a dependency', at('/d', { kind: 'dependency' }), { d: 'A' }, { dependencies: ['A'] }, []],
    ['what is no dependency', at('/d', { kind: 'dependency' }), { d: 'A' }, { dependencies: [] }, ['error /d']],
    ['a dependency of nobody knows what', at('/d', { kind: 'dependency' }), { d: 'A' }, {}, ['notice /d']],
    ['members that have to differ and do', at('/m', differing), { m: { a: 2, b: 1 } }, {}, []],
    ['a member that is the default of the other', at('/m', differing), { m: { b: 1 } }, {}, ['error /m']],
    [
      'members that are the same in any order',
      at('/m', differing),
      { m: { a: { x: 1, y: 2 }, b: { y: 2, x: 1 } } },
      {},
      ['error /m'],
    ],
    ['a name that is taken', at('/n/*', reserved), { n: { 'public/log': 1, other: 1 } }, {}, ['error /n/public~1log']],
    ['a group of the machine', at('/g/*', group), { g: ['a'] }, { host: { groups: ['a'] } }, []],
    ['a group that it has not', at('/g/*', group), { g: ['a', 'b'] }, { host: { groups: ['a'] } }, ['error /g/1']],
    ['a group of an unknown machine', at('/g/*', group), { g: ['a'] }, {}, ['warning /g/0']],
    [
      'an end before the deadline',
      at('/e', outlives),
      { e: '2030-01-01T00:00:00Z' },
      { deadline: 1.9e12 },
      ['error /e'],
    ],
    [
      'an end a second before it',
      at('/e', outlives),
      { e: '1970-01-01T00:00:09Z' },
      { deadline: 10_000, expires: 20_000 },
      [],
    ],
    [
      'an end after all is gone',
      at('/e', outlives),
      { e: '1970-01-01T00:00:30Z' },
      { deadline: 10_000, expires: 20_000 },
      ['error /e'],
    ],
    ['bytes, which are counted elsewhere', at('/b', { kind: 'byteLength', except: [] }), { b: 'é' }, {}, []],
  ])('looks at %s', (_, check, payload, facts, expected) => {
    expect(found(check, payload, facts)).toEqual(expected)
  })

  it('looks only where its conditions hold', () => {
    const check: ComposedCheck = { ...at('/l/*', apart), when: { pattern: '^/' }, payload: [{ required: ['on'] }] }
    expect(found(check, { l: ['a', 'a', '/b', '/b'], on: 1 })).toEqual(['error /l/3'])
    expect(found(check, { l: ['/b', '/b'] })).toEqual([])
    expect(found({ ...check, severity: 'warning' }, { l: ['/b', '/b'], on: 1 })).toEqual(['warning /l/1'])
  })

  it.each<[string[] | undefined, string | undefined]>([
    [['queue:x:a'], undefined],
    [['queue:y:a'], undefined],
    [['queue:*'], undefined],
    [['queue:x:b'], 'error Needs queue:x:a or queue:y:a.'],
    [[], 'error Needs queue:x:a or queue:y:a.'],
    [['assume:role'], 'warning Needs queue:x:a or queue:y:a; whether its roles give it is not known here.'],
    [undefined, 'notice Needs queue:x:a or queue:y:a; a bare payload does not say which it has.'],
  ])('says of a task with the scopes %j: %s', (scopes, expected) => {
    const check = at('/l/*', { kind: 'scope', anyOf: ['queue:x:<value>', 'queue:y:<value>'] }, 'Needs <scope>')
    const told = runCheck(check, { name: '', payload: { l: ['a'] }, scopes, facts: {} })
    expect(told.map(({ severity, message }) => `${severity} ${message}`)[0]).toBe(expected)
  })

  it.each(['$&', "$'", '$$', '$1', '<scope>'])('shows a name as it is: %s', (name) => {
    const scope = at('/a', { kind: 'scope', anyOf: ['cache:<value>'] }, 'Needs <scope> here')
    expect(run(scope, { a: name })[0]?.message).toBe(`Needs cache:${name} here.`)
    expect(run(at('/l/*', apart, 'is there twice'), { l: [name, name] })[0]?.message).toBe(`"${name}" is there twice.`)
  })

  it('cuts a long value', () => {
    const [told] = run(at('/m', four), { m: { a: 9, more: 'x'.repeat(100) } })
    expect(told?.message).toHaveLength('Wrong: '.length + 59)
  })
})
