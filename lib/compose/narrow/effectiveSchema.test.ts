import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'

const catalog = loadCatalog()
const engines = ['docker', 'native', 'qemu', 'script', 'mock']
const payloads: Record<string, JsonObject> = {
  docker: { image: 'ubuntu', command: ['true'] },
  native: { command: ['true'] },
  qemu: { image: 'https://example.com/image', command: ['true'] },
  script: { url: 'x' },
  mock: { delay: 0, function: 'true', argument: '' },
}

const composed = new Map<string, Composition>()

function compose(engine: string, plugins: Record<string, JsonValue>, members: Partial<Design> = {}) {
  const key = JSON.stringify([engine, plugins, members])
  const composition = composed.get(key) ?? composeWorkerType(exampleDesign(engine, plugins, members), catalog)
  composed.set(key, composition)
  const { effectiveSchema, unrestrictedSchema } = composition
  const fits = (schema: JsonObject | undefined, payload: JsonObject) =>
    schema !== undefined && compilePayloadValidator(schema).accepts({ ...payloads[engine], ...payload })
  return {
    ...composition,
    accepts: (payload: JsonObject) => fits(effectiveSchema, payload),
    acceptsAtBase: (payload: JsonObject) => fits(unrestrictedSchema, payload),
    codes: composition.problems.map(({ severity, code }) => `${severity} ${code}`),
  }
}

/**
 * What becomes of a task that asks, on each engine in the order above: `+` it runs, `x` it is refused in every design, `-` the worker would drop what
 * it asks for, so that a strict design refuses it and another one warns, `~` it runs with less than a default gives and the admin is warned, `!` no task can run.
 */
const questions: [plugin: string, question: string, payload: JsonObject, outcomes: string][] = [
  ['env', 'no variables', {}, '+ + + ! +'],
  ['env', 'a variable', { env: { A: '1' } }, '+ + + ! +'],
  ['tcproxy', 'nothing', {}, '+ ~ + ~ +'],
  ['tcproxy', 'the proxy', { disableTaskclusterProxy: false }, '+ - + - +'],
  ['tcproxy', 'no proxy', { disableTaskclusterProxy: true }, '+ + + + +'],
  ['relengapi', 'nothing', {}, '+ + + + +'],
  ['relengapi', 'no proxy', { enableRelengAPIProxy: false }, '+ + + + +'],
  ['relengapi', 'the proxy', { enableRelengAPIProxy: true }, '+ - + - +'],
  ['cache', 'nothing', {}, '+ + + + +'],
  ['cache', 'an empty list', { caches: [] }, '+ + + + +'],
  ['cache', 'a cache', { caches: [{ mountPoint: '/m/', options: {} }] }, '+ x x x +'],
  ['cache', 'a named cache', { caches: [{ mountPoint: '/m/', options: {}, name: 'n' }] }, '+ x x x +'],
  ['cache', 'contents', { caches: [{ mountPoint: '/m/', options: {}, preload: 'https://a/b' }] }, '+ x x x +'],
  ['artifacts', 'nothing', {}, '+ + + + +'],
  ['artifacts', 'an empty list', { artifacts: [] }, '+ + + + +'],
  ['artifacts', 'a file', { artifacts: [{ type: 'file', path: '/p', name: 'ab' }] }, '+ + + x +'],
  ['artifacts', 'a folder', { artifacts: [{ type: 'directory', path: '/p', name: 'ab' }] }, '+ + + x +'],
  ['interactive', 'nothing', {}, '+ + + + +'],
  ['interactive', 'a session', { interactive: {} }, '- - + - +'],
  ['interactive', 'a shell', { interactive: { disableDisplay: true } }, '- + + - +'],
  ['interactive', 'a display', { interactive: { disableShell: true } }, '- - + - +'],
  ['maxruntime', 'nothing', {}, '+ + + + +'],
  ['maxruntime', 'a run time', { maxRunTime: 60 }, '+ + + + +'],
  ['reboot', 'a reboot', { reboot: 'always' }, '+ + + + +'],
]

const configs: Record<string, JsonValue> = {
  maxruntime: { maxRunTime: '1 hour', perTaskLimit: 'allow' },
  relengapi: { token: { $env: 'TOKEN' } },
  reboot: { allowTaskReboots: true },
}

const cases = questions.flatMap(([plugin, question, payload, outcomes]) =>
  outcomes.split(' ').map((outcome, index) => ({ plugin, question, payload, outcome, engine: engines[index] ?? '' })),
)

describe('effectiveSchema', () => {
  it.each(cases)(
    '$plugin on $engine, a task that asks for $question: $outcome',
    ({ plugin, payload, outcome, engine }) => {
      const plugins = { [plugin]: configs[plugin] ?? {} }
      const strict = compose(engine, plugins)
      const loose = compose(engine, plugins, { strict: false })
      expect(strict.acceptsAtBase(payload)).toBe(true)
      expect([strict.accepts(payload), loose.accepts(payload)]).toEqual(
        { '+': [true, true], '~': [true, true], '-': [false, true], x: [false, false], '!': [false, false] }[outcome],
      )
      expect(strict.codes.includes('error no-task-can-run')).toBe(outcome === '!')
      expect(loose.codes.includes('error no-task-can-run')).toBe(outcome === '!')
      if (outcome === '~') expect(strict.codes).toContain('warning default-has-no-effect')
      if (outcome === '-') {
        expect(loose.codes).toContain(plugin === 'tcproxy' ? 'warning default-has-no-effect' : 'warning tasks-get-less')
        expect(strict.codes).not.toContain('warning tasks-get-less')
      }
      if (outcome === '-' || outcome === 'x') {
        const kind = outcome === 'x' ? 'refused' : 'dropped'
        const [restriction] = strict.restrictions
        expect(restriction).toMatchObject({ component: `plugin ${plugin}`, engine, kind })
        expect(restriction?.missing).not.toEqual([])
        expect(strict.outcomes[restriction?.id ?? '']).toBe(outcome === 'x' ? 'malformed-payload' : 'ignored')
      }
    },
  )

  it.each<[string, string, string[]]>([
    ['cache', 'native', ['newVolume', 'attachVolume']],
    ['artifacts', 'script', ['extractFile', 'extractFolder']],
    ['interactive', 'docker', ['newShell', 'openDisplay']],
    ['interactive', 'native', ['listDisplays', 'openDisplay']],
    ['tcproxy', 'native', ['attachProxy']],
    ['relengapi', 'script', ['attachProxy']],
  ])('names what is missing for %s on %s', (plugin, engine, missing) => {
    const { restrictions } = compose(engine, { [plugin]: configs[plugin] ?? {} })
    expect(restrictions.map((restriction) => restriction.missing)).toEqual([missing])
    expect(restrictions[0]?.reason).toContain(`engine ${engine} has no `)
  })

  it('is the base schema where the engine has everything', () => {
    const { effectiveSchema, unrestrictedSchema, restrictions } = compose('qemu', {
      artifacts: {},
      interactive: {},
      tcproxy: {},
    })
    const limits = restrictions.map(({ id }) => id)
    expect(limits).toEqual(['qemu/maximumMemory', 'qemu/maximumCPUs'])
    const { $schema, ...schema } = effectiveSchema ?? {}
    expect($schema).toBe('http://json-schema.org/draft-06/schema#')
    expect(Object.keys(schema).sort()).toEqual(Object.keys(unrestrictedSchema ?? {}).sort())
  })

  it.each<[string, Record<string, JsonValue>, JsonObject, boolean]>([
    ['docker', { env: {} }, { env: { 'A-1_b': '' } }, true],
    ['docker', { env: {} }, { env: { 'A B': '' } }, false],
    ['docker', { env: {} }, { env: { '': '' } }, false],
    ['native', { env: {} }, { env: { 'A.B': '' } }, false],
    ['native', { env: {} }, { env: { '1': '' } }, true],
    ['qemu', { env: {} }, { env: { '1': '' } }, false],
    ['qemu', { env: {} }, { env: { 'A-B': '' } }, false],
    ['qemu', { env: {} }, { env: { _a1: '' } }, true],
    ['mock', { env: {} }, { env: { 'A.B=': '' } }, true],
    ['mock', { env: {} }, { env: { '': '' } }, true],
    ['mock', { env: {} }, { env: { 'A B': '' } }, false],
    ['mock', { cache: {} }, { caches: [{ mountPoint: 'anywhere', options: {} }] }, true],
    ['mock', { cache: {} }, { caches: [{ mountPoint: 'any where', options: {} }] }, false],
    ['docker', { cache: {} }, { caches: [{ mountPoint: '/a b/', options: {} }] }, true],
    ['docker', { cache: {} }, { caches: [{ mountPoint: '/a"b/', options: {} }] }, false],
    ['docker', { cache: {} }, { caches: [{ mountPoint: '/', options: {} }] }, false],
    ['docker', { cache: {} }, { caches: [{ mountPoint: '/a//b/', options: {} }] }, false],
    ['docker', { artifacts: {} }, { artifacts: [{ type: 'file', path: 'relative', name: 'ab' }] }, false],
    ['docker', { artifacts: {} }, { artifacts: [{ type: 'directory', path: 'relative', name: 'ab' }] }, false],
    ['native', { artifacts: {} }, { artifacts: [{ type: 'file', path: 'relative', name: 'ab' }] }, true],
    ['mock', {}, { function: 'malformed-payload-initial' }, false],
    ['mock', {}, { function: 'malformed-payload-after-start' }, false],
    ['mock', {}, { function: 'fatal-internal-error' }, true],
    ['qemu', {}, { machine: { version: 1, memory: 1024, threads: 2 } }, true],
    ['qemu', {}, { machine: { version: 1, memory: 1025 } }, false],
    ['qemu', {}, { machine: { version: 1, cores: 3 } }, false],
    ['native', { maxruntime: configs.maxruntime ?? {} }, { maxRunTime: 3600 }, true],
    ['native', { maxruntime: configs.maxruntime ?? {} }, { maxRunTime: 3601 }, false],
    ['native', { maxruntime: configs.maxruntime ?? {} }, { maxRunTime: '' }, true],
  ])('takes on %s with %j the payload %j: %s', (engine, plugins, payload, accepted) => {
    const composition = compose(engine, plugins)
    expect(composition.accepts(payload)).toBe(accepted)
    if (!accepted) expect(composition.acceptsAtBase(payload)).toBe(true)
  })

  it('says at which name of the configuration every task would fail', () => {
    const names = (engine: string, extra: JsonObject) =>
      compose(engine, { env: { extra } }).problems.flatMap(({ code, path }) =>
        code === 'no-task-can-run' ? [path] : [],
      )
    expect(names('native', { A: '', 'B C': '', D: '' })).toEqual(['plugins.env.extra."B C"'])
    expect(names('qemu', { '1': '' })).toEqual(['plugins.env.extra.1'])
    expect(names('mock', { '1.2': '' })).toEqual([])
  })

  it('warns of nothing that the payload cannot ask for', () => {
    const { webHookServer: _, ...settings } = exampleDesign('docker', {}).settings
    const { codes } = compose('docker', { interactive: {} }, { settings, strict: false })
    expect(codes).toContain('warning setting-needed')
    expect(codes).not.toContain('warning tasks-get-less')
  })

  it('warns where a session is opened for every task, and there is none', () => {
    const always = { interactive: { alwaysEnabled: true } }
    expect(compose('docker', always).codes).toContain('warning feature-has-no-effect')
    expect(compose('docker', always).accepts({ interactive: {} })).toBe(false)
    expect(compose('docker', always, { strict: false }).accepts({ interactive: {} })).toBe(true)
    expect(compose('qemu', always).codes).not.toContain('warning feature-has-no-effect')
  })
})
