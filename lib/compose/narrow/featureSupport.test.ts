import { describe, expect, it } from 'vitest'
import type { EngineEntry, EngineFeature } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { calledFeatures, featureSupport, hasEngineFeature } from './featureSupport'

const features: Record<string, EngineFeature> = {
  yes: { supported: true },
  no: { supported: false, reason: 'it is made so' },
  none: { supported: false, reason: 'there is none' },
  same: { supported: false, reason: 'it is made so' },
  silent: { supported: false },
  open: { supported: 'config.open == true', reason: 'it is closed' },
  slow: { supported: true, caveat: 'It is slow.' },
  limited: { supported: true, arguments: { name: { schema: { maxLength: 1 }, reason: 'names are short' } } },
  distinct: { supported: true, arguments: { name: { reason: 'names differ', distinct: 'exact' } } },
}

function engineOf(): EngineEntry {
  const engine = madeUpCatalog(features, {}, []).workers['taskcluster-worker']?.engines.made
  if (engine === undefined) throw new Error('there is no engine')
  return engine
}
const engine = engineOf()
const context = exampleContext({ config: { open: true } })
const feature = (members: Partial<TaskFeature>): TaskFeature => ({
  name: 'f',
  title: 'F',
  requestedBy: { path: '/f' },
  ...members,
})
const calls = (...names: string[]): TaskFeature['calls'] => names.map((name) => ({ stage: 'Started', feature: name }))
const support = (members: Partial<TaskFeature>, config = context) =>
  featureSupport(feature(members), { label: 'plugin p', context: config, engine, engineContext: config })

describe('featureSupport', () => {
  it.each<[string, Partial<TaskFeature>, string, string[], string]>([
    ['nothing to call', {}, 'supported', [], ''],
    ['a call that works', { calls: calls('yes') }, 'supported', [], ''],
    ['a call that does not', { calls: calls('yes', 'no') }, 'refused', ['no'], 'engine made has no no: it is made so'],
    [
      'an outcome',
      { calls: calls('no'), whenMissing: 'ignored' },
      'dropped',
      ['no'],
      'engine made has no no: it is made so',
    ],
    [
      'a fatal outcome',
      { calls: calls('no'), whenMissing: 'fatal' },
      'fatal',
      ['no'],
      'engine made has no no: it is made so',
    ],
    [
      'two that are missing',
      { calls: calls('no', 'none') },
      'refused',
      ['no', 'none'],
      'engine made has no no and none: it is made so; there is none',
    ],
    [
      'one reason for two',
      { calls: calls('no', 'same') },
      'refused',
      ['no', 'same'],
      'engine made has no no and same: it is made so',
    ],
    [
      'three that are missing',
      { calls: calls('no', 'none', 'silent') },
      'refused',
      ['no', 'none', 'silent'],
      'engine made has no no, none and silent: it is made so; there is none',
    ],
    ['no reason', { calls: calls('silent') }, 'refused', ['silent'], 'engine made has no silent'],
    ['an unknown feature', { calls: calls('unheard') }, 'refused', ['unheard'], 'engine made has no unheard'],
    ['two calls of one', { calls: calls('no', 'no') }, 'refused', ['no'], 'engine made has no no: it is made so'],
    ['requirements before calls', { calls: calls('no'), requires: ['yes'] }, 'supported', [], ''],
    [
      'requirements without calls',
      { requires: ['yes', 'no'] },
      'refused',
      ['no'],
      'engine made has no no: it is made so',
    ],
    ['one of several', { requires: { anyOf: ['no', 'yes'] } }, 'supported', [], ''],
    [
      'none of several',
      { requires: { anyOf: ['no', 'none'] } },
      'refused',
      ['no', 'none'],
      'engine made has no no and none: it is made so; there is none',
    ],
    [
      'what is never done',
      { never: { outcome: 'ignored', reason: 'nobody does it' }, calls: calls('yes') },
      'dropped',
      [],
      'nobody does it',
    ],
    [
      'what is always refused',
      { never: { outcome: 'malformed-payload', reason: 'nobody does it' } },
      'refused',
      [],
      'nobody does it',
    ],
    ['a caveat of the engine', { calls: calls('slow', 'yes') }, 'supported', [], 'It is slow.'],
    [
      'a caveat of its own first',
      { calls: calls('slow'), caveat: 'It is small.' },
      'supported',
      [],
      'It is small.; It is slow.',
    ],
  ])('judges %s', (_, members, verdict, missing, reason) => {
    expect(support(members)).toEqual({ verdict, missing, reason })
  })

  it.each<[string, string, object, string, string]>([
    ['from the payload', 'limited', { valueAt: '/f' }, 'limited', 'names are short'],
    ['from keys of the payload', 'limited', { keysOf: '/f' }, 'limited', 'names are short'],
    ['from the catalog', 'limited', { constant: 'a' }, 'supported', ''],
    ['from the configuration', 'limited', { configKeysOf: '/f' }, 'supported', ''],
    ['that must only differ', 'distinct', { valueAt: '/f' }, 'supported', ''],
    ['without a limit', 'yes', { valueAt: '/f' }, 'supported', ''],
  ])('calls support limited by arguments %s: %s %j', (_, name, source, verdict, reason) => {
    const call = JSON.parse(JSON.stringify({ stage: 'Started', feature: name, arguments: { name: [source] } }))
    expect(support({ calls: [call] })).toEqual({ verdict, missing: [], reason })
  })

  it('depends on the configuration of the engine', () => {
    expect(support({ calls: calls('open') }).verdict).toBe('supported')
    const closed = exampleContext({ config: { open: false } })
    expect(support({ calls: calls('open') }, closed)).toMatchObject({
      verdict: 'refused',
      reason: 'engine made has no open: it is closed',
    })
    expect(hasEngineFeature('open', engine, context)).toBe(true)
    expect(hasEngineFeature('open', engine, closed)).toBe(false)
    expect(hasEngineFeature('unheard', engine, context)).toBe(false)
    expect(() => hasEngineFeature('open', engine, exampleContext())).toThrow('engine made: features.open')
  })

  it('lists the features that are called, in order, once', () => {
    expect(calledFeatures(feature({ calls: calls('b', 'a', 'b') }))).toEqual(['b', 'a'])
    expect(calledFeatures(feature({ requires: ['a'] }))).toEqual([])
  })
})
