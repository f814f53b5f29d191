import { describe, expect, it } from 'vitest'
import { checkEntry } from './checkEntry'
import type { CatalogEntry, EngineEntry, PluginEntry, WorkerEntry } from './entry/entry'
import type { TaskFeature } from './entry/taskFeature'

const common = { version: '1.0.0', title: 'T', description: 'D', worker: 'demo', configSchema: {}, payloadSchema: {} }
const worker: WorkerEntry = {
  ...common,
  kind: 'worker',
  name: 'demo',
  configFormat: 'demo',
  merge: 'disjoint',
  identity: { provisionerId: '', workerType: '' },
  engineFeatures: { kill: 'Kill', shell: 'Shell' },
  workerScopes: [],
  configSchema: { properties: { port: {} } },
}
const engine: EngineEntry = {
  ...common,
  kind: 'engine',
  name: 'e',
  platforms: [],
  maxConcurrency: 0,
  volumeSchema: {},
  features: { kill: { supported: true }, shell: { supported: false } },
}
const plugin: PluginEntry = { ...common, kind: 'plugin', name: 'p', whenDisabled: 'refused' }
const feature = (name: string, members: Partial<TaskFeature> = {}): TaskFeature => ({
  name,
  title: name,
  requestedBy: { path: `/${name}` },
  ...members,
})

function check(entry: CatalogEntry): string[] {
  return checkEntry(entry, worker).map(({ code, severity, path, component, message }) => {
    expect([code, severity, component]).toEqual(['entry-invalid', 'error', `${entry.kind} ${entry.name}`])
    return `${path}: ${message}`
  })
}

describe('checkEntry', () => {
  it.each<[string, CatalogEntry]>([
    ['an engine', engine],
    ['a plugin', plugin],
    ['the worker itself', worker],
    [
      'calls and requirements that the worker knows',
      {
        ...plugin,
        taskFeatures: [
          feature('a', { calls: [{ stage: 'Started', feature: 'kill' }], requires: ['shell'] }),
          feature('b', { requires: { anyOf: ['kill', 'shell'] } }),
        ],
      },
    ],
    ['needs that the worker has', { ...plugin, needs: ['port'] }],
    [
      'a limit that is called like a task feature',
      {
        ...plugin,
        taskFeatures: [feature('a')],
        limits: [{ id: 'b', title: '', reason: '', kind: 'refused', overlay: {} }],
      },
    ],
  ])('has nothing to say of %s', (_, entry) => {
    expect(check(entry)).toEqual([])
  })

  it.each<[string, CatalogEntry, string[]]>([
    [
      'an entry of another worker',
      { ...plugin, worker: 'other' },
      ['worker: The entry is for the worker other, but stands beside demo.'],
    ],
    [
      'a feature that is left open',
      { ...engine, features: { kill: { supported: true } } },
      ['features: The engine does not say whether it has shell.'],
    ],
    [
      'a feature too many',
      { ...engine, features: { ...engine.features, fly: { supported: true } } },
      ['features.fly: The worker demo has no engine feature fly.'],
    ],
    [
      'a feature called like a member of all objects',
      { ...engine, features: { ...engine.features, toString: { supported: true } } },
      ['features.toString: The worker demo has no engine feature toString.'],
    ],
    [
      'an unknown call',
      {
        ...plugin,
        taskFeatures: [
          feature('a'),
          feature('b', {
            calls: [
              { stage: 'Started', feature: 'kill' },
              { stage: 'Started', feature: 'fly' },
            ],
          }),
        ],
      },
      ['taskFeatures[1].calls[1].feature: The worker demo has no engine feature fly.'],
    ],
    [
      'unknown requirements',
      {
        ...plugin,
        taskFeatures: [feature('a', { requires: ['fly'] }), feature('b', { requires: { anyOf: ['kill', 'swim'] } })],
      },
      [
        'taskFeatures[0].requires: The worker demo has no engine feature fly.',
        'taskFeatures[1].requires: The worker demo has no engine feature swim.',
      ],
    ],
    [
      'a task feature twice',
      { ...plugin, taskFeatures: [feature('a'), feature('a')] },
      ['taskFeatures[1].name: The name a is used twice.'],
    ],
    [
      'a limit called like a task feature',
      {
        ...plugin,
        taskFeatures: [feature('a')],
        limits: [{ id: 'a', title: '', reason: '', kind: 'refused', overlay: {} }],
      },
      ['limits[0].id: The name a is used twice.'],
    ],
    [
      'needs that the worker has not',
      { ...plugin, needs: ['port', 'toString', 'gone'] },
      ['needs[1]: The worker demo has no setting toString.', 'needs[2]: The worker demo has no setting gone.'],
    ],
    [
      'features of an engine that are wrong in a task feature of it',
      { ...engine, taskFeatures: [feature('a', { requires: ['fly'] })] },
      ['taskFeatures[0].requires: The worker demo has no engine feature fly.'],
    ],
  ])('finds %s', (_, entry, expected) => {
    expect(check(entry)).toEqual(expected)
  })
})
