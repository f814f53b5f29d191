import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { noticeCases } from '@/lib/compose/testing/noticeCases'
import { designOf, maxruntime, open, type Setup, script } from '@/lib/compose/testing/noticeSetup'

const catalog = loadCatalog()
const { webHookServer: _, ...withoutHook } = exampleDesign('mock', {}).settings

/** The notices of a design: severity, place. */
function notices(setup: Setup, code: string): string[] {
  return composeWorkerType(designOf(setup), catalog)
    .problems.filter((problem) => problem.code === code)
    .map(({ severity, path }) => `${severity} ${path}`)
}

describe('composeNotices', () => {
  it.each(noticeCases)('tells %s where it bites', (code, setup, where, untold) => {
    expect(notices(setup, code)).toEqual([where])
    for (const other of untold) expect(notices(other, code), JSON.stringify(other)).toEqual([])
  })

  it.each([
    ['web-hook-server-missing', {}, ['error settings.webHookServer']],
    ['livelog-no-web-hook-server', { livelog: {} }, ['notice plugins.livelog']],
    ['setting-needed', { interactive: {} }, ['warning plugins.interactive']],
    ['interactive-own-prefix', { interactive: {} }, []],
  ])('tells %s where the worker has no web hook server', (code, plugins, expected) => {
    const one = exampleDesign('mock', plugins, { settings: withoutHook })
    const found = composeWorkerType(one, catalog).problems.filter((problem) => problem.code === code)
    expect(found.map(({ severity, path }) => `${severity} ${path}`)).toEqual(expected)
    expect(notices({ plugins }, code)).toEqual(
      code === 'interactive-own-prefix' ? ['notice plugins.interactive.forbidCustomArtifactPrefix'] : [],
    )
  })

  it('knows every notice of the catalog, here or above', () => {
    const worker = catalog.workers['taskcluster-worker']
    if (worker === undefined) throw new Error('there is no taskcluster-worker')
    const plugins = Object.values(worker.plugins)
    const entries = [worker.worker, ...Object.values(worker.engines), ...plugins]
    const all = entries
      .flatMap(({ notices: own }) => own ?? [])
      .concat(plugins.flatMap((entry) => entry.noticesWhenDisabled ?? []))
    const known = new Set([
      ...noticeCases.map(([code]) => code),
      'web-hook-server-missing',
      'livelog-no-web-hook-server',
    ])
    expect(all.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([])
  })

  it.each<[string, Setup]>([
    ['web-hook-server-missing', { settings: { webHookServer: null } }],
    ['script-empty-command', script({}, [], [])],
    ['maxruntime-no-time', maxruntime(0)],
  ])('takes no error for one in a design that describes a running worker: %s', (code, setup) => {
    const one = designOf(setup)
    const { webHookServer, ...settings } = one.settings
    const running = { ...one, strict: false, settings: webHookServer === null ? settings : one.settings }
    const { problems, effectiveSchema } = composeWorkerType(running, catalog)
    expect(problems.filter((problem) => problem.code === code)).toMatchObject([{ severity: 'warning' }])
    expect(effectiveSchema).toBeDefined()
  })

  it('tells caveats of engine features once for each plugin that uses them', () => {
    const caveats = (engine: string, plugins: Record<string, JsonValue>) =>
      composeWorkerType(exampleDesign(engine, plugins), catalog)
        .problems.filter(({ code }) => code === 'engine-caveat')
        .map(({ component, path, message }) => [component, path, message.split(' ')[0]])
    expect(caveats('native', { env: {}, interactive: {} })).toEqual([
      ['plugin env', 'plugins.env', 'HOME,'],
      ['plugin interactive', 'plugins.interactive', 'The'],
    ])
    expect(caveats('script', { maxruntime: { maxRunTime: 60, perTaskLimit: 'allow' } })).toEqual([
      ['plugin maxruntime', 'plugins.maxruntime', 'A'],
    ])
    expect(caveats('docker', { env: {}, interactive: {} })).toEqual([])
  })

  it('says nothing of a component whose configuration is wrong, and asks for no sample', () => {
    const broken = { plugins: { logprefix: { version: 1 } } }
    expect(notices(broken, 'logprefix-version')).toEqual([])
    expect(notices({ plugins: { interactive: { artifactPrefix: open } } }, 'interactive-public-prefix')).toEqual([])
    const { problems } = composeWorkerType(
      designOf({ plugins: { reboot: { rebootCommand: { ...open, type: 'list' } } } }),
      catalog,
    )
    expect(problems.map(({ code }) => code)).not.toContain('sample-needed')
    expect(problems.map(({ code }) => code)).not.toContain('reboot-no-command')
  })
})
