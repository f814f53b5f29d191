import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { everyPlugin } from './testing/everyPlugin'
import { engineProperties, pluginProperties } from './testing/everyProperty'
import { stepsOf } from './testing/stepsOf'
import type { TracedTask } from './trace'
import { traceTask } from './traceTask'

const catalog = loadCatalog()

function run(
  engine: string,
  plugins: Record<string, JsonValue>,
  payload: JsonValue,
  task: Partial<TracedTask> = {},
  members: Partial<Design> = {},
) {
  const composition = composeWorkerType(exampleDesign(engine, plugins, members), catalog)
  return traceTask(composition, catalog, { payload, scopes: ['*'], ...task })
}

const everything = (engine: string): JsonObject => ({ ...engineProperties[engine], ...pluginProperties })
const without = (payload: JsonObject, ...names: string[]) =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name)))

describe('traceTask', () => {
  const state = (...args: Parameters<typeof run>) => {
    const { resolution } = run(...args)
    return resolution.state === 'exception' ? resolution.reason : resolution.state
  }

  it('ends tasks as the worker does', () => {
    expect(state('docker', everyPlugin, everything('docker'))).toBe('completed')
    expect(state('native', everyPlugin, everything('native'))).toBe('malformed-payload')
    expect(state('native', everyPlugin, without(everything('native'), 'caches'))).toBe('completed')
    expect(state('qemu', everyPlugin, without(everything('qemu'), 'caches'))).toBe('completed')
    expect(state('script', everyPlugin, engineProperties.script ?? {})).toBe('malformed-payload')
    expect(state('script', { tcproxy: {}, cache: {}, artifacts: {} }, { caches: [], artifacts: [] })).toBe('completed')
  })

  it('says that a killed script stops the worker', () => {
    const [kill] = stepsOf(run('script', { maxruntime: everyPlugin.maxruntime ?? {} }, {})).filter(
      (step) => step.kind === 'engine-call',
    )
    expect(kill).toMatchObject({ outcome: 'done', occasion: 'to-end-the-task' })
    expect(kill?.reason).toContain('internal error and the worker stops')
  })

  it('finds artifacts that a script cannot have only after it has run', () => {
    const { artifacts = [] } = pluginProperties
    const trace = run('script', { artifacts: {}, success: {} }, { artifacts })
    const stages = [...new Set(trace.events.map(({ stage }) => stage))]
    expect(stages).toEqual([
      'NewPlugin',
      'NewTaskPlugin',
      'Prepare',
      'BuildSandbox',
      'Started',
      'Stopped',
      'Exception',
      'Dispose',
    ])
    expect(trace.events.at(-1)).toMatchObject({ from: 'Main', to: 'ResultSet', message: 'Dispose' })
  })

  it('moves the sandbox from builder to result, and lets plugins of a stage run side by side', () => {
    const { events, notReached } = run('native', { success: {}, env: {} }, { command: [] })
    const arrows = events.map(({ stage, from, to, component, parallel, ...event }) =>
      [stage, from, to, 'message' in event ? event.message : event.outcome, component, parallel].join(' '),
    )
    const engine = 'engine native false'
    const worker = 'worker taskcluster-worker false'
    const env = 'plugin env true'
    const success = 'plugin success true'
    expect(arrows).toEqual([
      `NewPlugin Main PluginProvider NewPlugin ${env}`,
      `NewPlugin PluginProvider Main Plugin ${env}`,
      `NewPlugin Main PluginProvider NewPlugin ${success}`,
      `NewPlugin PluginProvider Main Plugin ${success}`,
      `NewTaskPlugin Main Main passed ${worker}`,
      `NewTaskPlugin Main Plugin NewTaskPlugin ${env}`,
      `NewTaskPlugin Plugin Main TaskPlugin ${env}`,
      `NewTaskPlugin Main Plugin NewTaskPlugin ${success}`,
      `NewTaskPlugin Plugin Main TaskPlugin ${success}`,
      `Prepare Main Engine NewSandboxBuilder ${engine}`,
      `Prepare Engine Main SandboxBuilder ${engine}`,
      `Prepare Main TaskPlugin Prepare ${env}`,
      `Prepare Main TaskPlugin Prepare ${success}`,
      `BuildSandbox Main TaskPlugin BuildSandbox ${env}`,
      `BuildSandbox TaskPlugin SandboxBuilder done ${env}`,
      `BuildSandbox TaskPlugin SandboxBuilder done ${env}`,
      `BuildSandbox Main TaskPlugin BuildSandbox ${success}`,
      `Started Main SandboxBuilder StartSandbox ${engine}`,
      `Started SandboxBuilder Main Sandbox ${engine}`,
      `Started Main TaskPlugin Started ${env}`,
      `Started Main TaskPlugin Started ${success}`,
      `Stopped Main Sandbox WaitForResult ${engine}`,
      `Stopped Sandbox Main ResultSet ${engine}`,
      `Stopped Main TaskPlugin Stopped ${env}`,
      `Stopped Main TaskPlugin Stopped ${success}`,
      `Stopped TaskPlugin ResultSet done ${success}`,
      `Finished Main TaskPlugin Finished ${env}`,
      `Finished Main TaskPlugin Finished ${success}`,
      `Dispose Main TaskPlugin Dispose ${env}`,
      `Dispose Main TaskPlugin Dispose ${success}`,
      `Dispose Main ResultSet Dispose ${engine}`,
    ])
    expect(notReached).toEqual([])
  })

  it('lets the command decide only where a plugin asks how it went', () => {
    expect(state('native', { success: {} }, { command: ['false'] }, { fails: true })).toBe('failed')
    expect(state('native', {}, { command: ['false'] }, { fails: true })).toBe('completed')
  })

  it('validates the payload first, and shows the task to the plugins that can read their part', () => {
    const { events, notReached, resolution } = run(
      'native',
      { cache: {}, env: {} },
      { command: ['x'], caches: 1, y: 2 },
    )
    expect(resolution).toMatchObject({ state: 'exception', reason: 'malformed-payload', stopsWorker: false })
    expect(stepsOf({ events, notReached, resolution }).map(({ place, outcome }) => [place, outcome])).toEqual([
      ['/caches', 'refused'],
      ['/y', 'refused'],
    ])
    const seen = events.flatMap((event) => (event.kind === 'call' ? [`${event.message} ${event.component}`] : []))
    expect(seen.slice(2)).toEqual(['NewTaskPlugin plugin env', 'Exception plugin env', 'Dispose plugin env'])
  })

  it('counts bytes where the worker does', () => {
    const payload = { delay: 0, function: 'true', argument: 'é'.repeat(128) }
    expect(state('mock', {}, payload)).toBe('malformed-payload')
  })

  it('holds tasks to what configuration and scopes allow', () => {
    const plugins = { cache: {}, maxruntime: { maxRunTime: 60, perTaskLimit: 'allow' } }
    const steps = (payload: JsonValue, task?: Partial<TracedTask>) =>
      stepsOf(run('docker', plugins, payload, task)).flatMap((step) =>
        step.kind === 'check' && step.id !== 'payload' ? [[step.id, step.outcome, step.place, step.reason]] : [],
      )
    const docker = { image: 'ubuntu', command: [] }
    const limit = 'the worker refuses a run time above its own limit of 1m0s'
    expect(steps({ ...docker, maxRunTime: 60 })).toEqual([])
    expect(steps({ ...docker, maxRunTime: 61 })).toEqual([['maxruntime/maximum', 'refused', '/maxRunTime', limit]])
    expect(steps({ ...docker, maxRunTime: '2 min' })).toEqual([
      [
        'maxruntime/maxruntime-above-limit',
        'refused',
        '/maxRunTime',
        "The run time is above the worker's limit of 1m0s",
      ],
    ])
    const negative = 'a task with a negative run time is ended as soon as it starts'
    expect(steps({ ...docker, maxRunTime: -1 })).toEqual([
      ['maxruntime/notNegative', 'dropped', '/maxRunTime', negative],
    ])
    const machine = (threads: number, cores: number) =>
      state('qemu', {}, { image: 'https://a/b', command: [], machine: { version: 1, threads, cores } })
    expect([machine(1, 2), machine(2, 2)]).toEqual(['completed', 'malformed-payload'])
    const cached = { ...docker, caches: [{ name: 'one', mountPoint: '/m/', options: {} }] }
    const scope = (scopes?: string[]) => steps(cached, { scopes }).map(([, outcome]) => outcome)
    expect(scope(['worker:cache:on*'])).toEqual([])
    expect(scope(['worker:cache:two'])).toEqual(['refused'])
    expect(scope(['assume:somebody'])).toEqual(['unknown'])
    expect(scope(undefined)).toEqual(['unknown'])
  })

  it('refuses arguments as the engine does', () => {
    const refused = (engine: string, plugins: Record<string, JsonValue>, payload: JsonObject) =>
      stepsOf(run(engine, plugins, { ...engineProperties[engine], ...payload }))
        .filter(({ outcome }) => outcome === 'refused-argument')
        .map(({ place }) => place)
    const caches = (...mountPoints: string[]) => ({
      caches: mountPoints.map((mountPoint) => ({ mountPoint, options: {} })),
    })
    expect(refused('docker', { cache: {} }, caches('/a/', 'b/', '/c'))).toEqual(['/caches/1', '/caches/2'])
    expect(refused('docker', { cache: {} }, caches('/a/', '/ab/', '/a/b/'))).toEqual(['/caches/2'])
    expect(refused('mock', { cache: {} }, caches('/a/', '/a/b/', '/a/'))).toEqual(['/caches/2'])
    expect(refused('qemu', { env: {} }, { env: { A: '', '1A': '' } })).toEqual(['/env'])
    expect(refused('qemu', { env: { extra: { 'A-B': '' } } }, {})).toEqual([''])
    expect(refused('docker', { artifacts: {} }, { artifacts: [{ type: 'file', path: 'x', name: 'xy' }] })).toEqual([
      '/artifacts/0',
    ])
  })

  it('knows what an engine never does', () => {
    const payload = { delay: 0, function: 'malformed-payload-initial', argument: '' }
    const { events, resolution } = run('mock', {}, payload)
    expect(resolution).toMatchObject({ state: 'exception', reason: 'malformed-payload' })
    expect(events.filter(({ kind }) => kind === 'check').at(-1)).toMatchObject({ stage: 'Prepare', from: 'Engine' })
  })

  it('tells apart what a task asks for and what it gets by default', () => {
    const asked = (engine: string, plugins: Record<string, JsonValue>, payload: JsonObject) =>
      stepsOf(run(engine, plugins, { ...engineProperties[engine], ...payload })).flatMap((step) =>
        step.kind === 'engine-call' ? [step.asked] : [],
      )
    expect(asked('native', { tcproxy: {} }, {})).toEqual(['by-default'])
    expect(asked('native', { tcproxy: {} }, { disableTaskclusterProxy: false })).toEqual(['explicitly'])
    expect(asked('native', { tcproxy: {} }, { disableTaskclusterProxy: true })).toEqual([])
    expect(asked('native', { interactive: {} }, { interactive: { disableDisplay: true } })).toEqual(['by-omission'])
    expect(asked('native', { success: {} }, {})).toEqual(['always'])
  })

  it('stays quick where a task has very many variables', () => {
    const env = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`VARIABLE_${i}`, '']))
    const before = process.cpuUsage()
    const { events } = run('docker', { env: {} }, { ...engineProperties.docker, env })
    const { user } = process.cpuUsage(before)
    expect(events.filter(({ kind }) => kind === 'engine-call').length).toBeGreaterThan(10_000)
    expect(user / 1e6).toBeLessThan(5)
  })

  it('needs a payload schema', () => {
    const composition = composeWorkerType(exampleDesign('native', { maxruntime: {} }), catalog)
    expect(() => traceTask(composition, catalog, { payload: {} })).toThrow('without a payload schema')
  })
})
