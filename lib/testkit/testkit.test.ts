import { describe, expect, it } from 'vitest'
import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { testEngine } from './testEngine'
import { testPlugin } from './testPlugin'

const worker = loadCatalog().workers['taskcluster-worker']
if (worker === undefined) throw new Error('there is no taskcluster-worker')
const { engines, plugins } = worker
const { native, docker, qemu } = engines
if (!native || !docker || !qemu) throw new Error('an engine is missing')

function plugin(text = recordScreen): PluginEntry {
  const parsed = parseCustomEntry(text, loadCatalog())
  if (!parsed.ok || parsed.value.kind !== 'plugin') throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

describe('testPlugin', () => {
  it.each(Object.keys(plugins))('finds no contradiction in the built-in plugin %s', (name) => {
    const entry = plugins[name]
    expect(entry && testPlugin(entry, worker).contradictions).toEqual([])
  })

  it('plays a plugin against engines with everything, with nothing, and without each feature', () => {
    const { entry, version, cases, contradictions } = testPlugin(plugin(), worker)
    expect({ entry, version, contradictions }).toEqual({
      entry: 'plugin recordscreen',
      version: '1.0.0',
      contradictions: [],
    })
    expect(cases.slice(0, 3).map(({ name }) => name)).toEqual(['every feature', 'no feature', 'without newVolume'])
    expect(cases).toHaveLength(2 + Object.keys(worker.worker.engineFeatures).length)
    const allowed = cases.filter(({ effectiveSchema }) => JSON.stringify(effectiveSchema).includes('recordScreen'))
    expect(cases.filter((one) => !allowed.includes(one)).map(({ name }) => name)).toEqual([
      'no feature',
      'without openDisplay',
    ])
    expect(cases[1]?.rows).toMatchObject([{ feature: 'recordScreen', verdict: 'refused', missing: ['openDisplay'] }])
  })

  it('says that no task can run where every task needs what is missing', () => {
    const entry = plugins.env
    const cases = entry === undefined ? [] : testPlugin(entry, worker).cases
    expect(
      cases
        .filter(({ effectiveSchema }) => effectiveSchema === null)
        .map(({ name, problems }) => [name, problems[0]?.code]),
    ).toEqual([
      ['no feature', 'no-task-can-run'],
      ['without setEnvironmentVariable', 'no-task-can-run'],
    ])
  })

  it.each<[string, string, string, string, string]>([
    [
      'a call that nothing guards',
      '    whenMissing: malformed-payload',
      '    requires: [listDisplays]\n    whenMissing: malformed-payload',
      'taskFeatures[0].calls[0].feature',
      'Screen recording calls openDisplay, but nothing keeps tasks from asking for it',
    ],
    [
      'a guard without a call',
      '    whenMissing: malformed-payload',
      '    requires: [openDisplay, listDisplays]\n    whenMissing: malformed-payload',
      'taskFeatures[0].requires',
      'Screen recording requires listDisplays of the engine, but nothing in the entry ever calls it.',
    ],
    [
      'an overlay that is never used',
      'calls:\n      - {stage: Started, feature: openDisplay}\n    whenMissing: malformed-payload',
      'otherwise: {properties: {recordScreen: false}}',
      'taskFeatures[0].otherwise',
      'needs nothing of the engine',
    ],
    [
      'a place that is not there',
      'path: /recordScreen',
      'path: /recordscreen',
      'taskFeatures[0].requestedBy.path',
      'The payload schema has no place /recordscreen, under any configuration.',
    ],
    [
      'a limit on a place that is not there',
      'overlay: {properties: {recordScreen: {properties: {length: ',
      'overlay: {properties: {recordScreen: {properties: {longest: ',
      'limits[0].overlay',
      'The payload schema has no place /recordScreen/longest, under any configuration.',
    ],
    [
      'an argument that is not there',
      'feature: openDisplay}',
      'feature: openDisplay, arguments: {name: [{valueAt: /recordScreen/name}]}}',
      'taskFeatures[0].calls[0].arguments.name[0].valueAt',
      'has no place /recordScreen/name',
    ],
    [
      'an overlay that keeps nothing out',
      '    whenMissing: malformed-payload',
      '    whenMissing: malformed-payload\n    otherwise: {properties: {recordScreen: {properties: {length: {maximum: 10}}}}}',
      'taskFeatures',
      'is accepted, although plugin recordscreen calls openDisplay for it, which the engine does not do',
    ],
    [
      'an overlay at a place that is not there',
      '    whenMissing: malformed-payload',
      '    whenMissing: malformed-payload\n    otherwise: {properties: {screenRecord: false}}',
      'taskFeatures',
      'The payload {"recordScreen":{"length":',
    ],
  ])('finds %s', (_, from, to, path, message) => {
    const { contradictions } = testPlugin(plugin(recordScreen.replace(from, () => to)), worker)
    expect(contradictions.map((problem) => problem.path)).toContain(path)
    expect(contradictions.map((problem) => problem.message).join('\n')).toContain(message)
  })

  it('looks under every configuration', () => {
    const text = recordScreen
      .replace('requestedBy: {path: /recordScreen}', 'requestedBy: {path: /recordScreen/sound}')
      .replace(
        'malformed-payload',
        'malformed-payload\n    otherwise: {properties: {recordScreen: {properties: {length: {maximum: 9}}}}}',
      )
    const { contradictions } = testPlugin(plugin(text), worker)
    expect(contradictions).toMatchObject([{ code: 'accepted-without-feature' }])
  })
})

describe('testEngine', () => {
  it.each(Object.keys(engines))('finds no contradiction in the built-in engine %s', (name) => {
    const entry = engines[name]
    expect(entry && testEngine(entry, worker).contradictions).toEqual([])
  })

  it('plays an engine against a plugin for each engine feature', () => {
    const { cases } = testEngine(native, worker)
    expect(cases.map(({ name }) => name)).toEqual(['any configuration'])
    const verdicts = Object.fromEntries((cases[0]?.rows ?? []).map(({ feature, verdict }) => [feature, verdict]))
    expect(verdicts).toMatchObject({ openDisplay: 'refused', newShell: 'supported', setEnvironmentVariable: 'limited' })
    expect(Object.keys(verdicts)).toHaveLength(Object.keys(worker.worker.engineFeatures).length)
    const schema = JSON.stringify(cases[0]?.effectiveSchema)
    expect(schema).toContain('usesNewShell')
    expect(schema).not.toContain('usesOpenDisplay')
  })

  it('shows a case for each configuration that makes a difference', () => {
    const features: EngineEntry['features'] = {
      ...native.features,
      openDisplay: { supported: 'config.createUser', reason: 'it has none' },
    }
    const { cases, contradictions } = testEngine({ ...native, features }, worker)
    expect(cases.map(({ name, config }) => [name, config])).toMatchObject([
      ['configuration 1', { createUser: true }],
      ['configuration 2', { createUser: false }],
    ])
    const verdicts = cases.map(({ rows }) => rows.find(({ feature }) => feature === 'openDisplay')?.verdict)
    expect(verdicts.sort()).toEqual(['refused', 'supported'])
    expect(contradictions).toEqual([])
  })

  it.each<[string, EngineEntry['features'], string]>([
    [
      'a limit on what it never has',
      {
        openDisplay: { supported: false, reason: 'x', arguments: { name: { schema: { pattern: 'a' }, reason: 'y' } } },
      },
      'The engine limits name of openDisplay, which it never has.',
    ],
    [
      'a limit that lets nothing pass',
      { openDisplay: { supported: true, arguments: { name: { schema: { type: 'integer' }, reason: 'y' } } } },
      'The limits on name of openDisplay let nothing pass.',
    ],
  ])('finds %s', (_, features, message) => {
    const { contradictions } = testEngine({ ...native, features: { ...native.features, ...features } }, worker)
    expect(contradictions.map((problem) => problem.message)).toEqual([message])
  })
})
