import { describe, expect, it } from 'vitest'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'

const catalog = loadCatalog()
const WORDS = { '+': 'supported', l: 'limited', x: 'refused', '-': 'dropped', f: 'fatal' } as const

/** What each engine makes of each task feature, in the order docker, native, qemu, script, mock. */
const expected: Record<string, string> = {
  'plugin artifacts/artifacts': '+ + + x +',
  'plugin artifacts/fileArtifacts': 'l + + x +',
  'plugin artifacts/directoryArtifacts': 'l + + x +',
  'plugin artifacts/chainOfTrust': '+ + + + +',
  'plugin cache/caches': 'l x x x l',
  'plugin cache/readWriteCaches': '+ x x x +',
  'plugin cache/preloadedCaches': '+ x x x +',
  'plugin cache/preloadFromTask': '+ x x x +',
  'plugin cache/preloadFromIndex': '+ x x x +',
  'plugin env/taskIdentity': '+ + + x +',
  'plugin env/env': 'l l l x l',
  'plugin interactive/interactive': '- + + - +',
  'plugin interactive/interactiveShell': '- + + - +',
  'plugin interactive/interactiveDisplay': '- - + - +',
  'plugin maxruntime/maxRunTime': '+ + + + +',
  'plugin reboot/reboot': '+ + + + +',
  'plugin relengapi/relengapiProxy': '+ - + - +',
  'plugin success/success': '+ + + + +',
  'plugin tcproxy/taskclusterProxy': '+ - + - +',
  'engine docker/privileged': '+ x x x x',
  'engine docker/imageFromTask': '+ x x x x',
  'engine docker/imageFromIndex': '+ x x x x',
  'engine mock/malformedFunctions': 'x x x x x',
  'engine qemu/imageFromTask': 'x x + x x',
  'engine qemu/imageFromIndex': 'x x + x x',
}
const engines = ['docker', 'native', 'qemu', 'script', 'mock']

function table({ matrix }: Composition): Record<string, string> {
  const letters = new Map(Object.entries(WORDS).map(([letter, word]) => [word, letter]))
  return Object.fromEntries(
    matrix.rows.map(({ component, feature, cells }) => [
      `${component}/${feature}`,
      engines.map((engine) => letters.get(cells[engine]?.verdict ?? 'supported')).join(' '),
    ]),
  )
}

/** The catalog with one feature of native under a condition. */
function withCondition(supported: string): Catalog {
  const worker = catalog.workers['taskcluster-worker']
  const native = worker?.engines.native
  if (!worker || !native) throw new Error('the catalog lacks native')
  const features = { ...native.features, newShell: { supported, reason: 'no users' } }
  return {
    workers: { 'taskcluster-worker': { ...worker, engines: { ...worker.engines, native: { ...native, features } } } },
  }
}

describe('supportMatrix', () => {
  it.each(engines)('judges every task feature of every engine, with %s selected', (engine) => {
    expect(table(composeWorkerType(exampleDesign(engine, {}), catalog))).toEqual(expected)
  })

  it('lists rows by component, and says which are in use', () => {
    const { matrix } = composeWorkerType(
      exampleDesign('qemu', { env: {}, cache: {} }, { disabledPlugins: ['cache'] }),
      catalog,
    )
    expect(matrix.engines).toEqual([...engines].sort())
    expect([...new Set(matrix.rows.map(({ component }) => component))]).toEqual([
      ...new Set(Object.keys(expected).map((key) => key.slice(0, key.indexOf('/')))),
    ])
    const enabled = matrix.rows.filter((row) => row.enabled).map(({ component }) => component)
    expect([...new Set(enabled)]).toEqual(['plugin env', 'engine qemu'])
  })

  it('says what is missing and why', () => {
    const { matrix } = composeWorkerType(exampleDesign('docker', {}), catalog)
    const row = matrix.rows.find(({ feature }) => feature === 'interactiveDisplay')
    expect(row?.cells.native).toMatchObject({
      missing: ['listDisplays', 'openDisplay'],
      reason: 'engine native has no listDisplays and openDisplay: the engine has no display of its own to show',
    })
    expect(row?.cells.qemu).toEqual({ verdict: 'supported', missing: [], reason: '' })
    const privileged = matrix.rows.find(({ feature }) => feature === 'privileged')
    expect(privileged?.cells.native?.reason).toContain('native does not know the property')
  })

  it('reads the configuration of engines that have one, and says so where one is needed', () => {
    const conditional = withCondition('config.createUser')
    const shell = (design: Parameters<typeof composeWorkerType>[0]) =>
      composeWorkerType(design, conditional).matrix.rows.find(({ feature }) => feature === 'interactiveShell')?.cells
        .native
    expect(shell(exampleDesign('native', {}))).toMatchObject({ verdict: 'dropped', missing: ['newShell'] })
    const kept = (createUser: boolean) => exampleDesign('docker', {}, { otherEngines: { native: { createUser } } })
    expect(shell(kept(true))?.verdict).toBe('supported')
    expect(shell(kept(false))?.verdict).toBe('dropped')
    expect(shell(exampleDesign('docker', {}))).toMatchObject({
      verdict: 'limited',
      reason: expect.stringContaining('depends on the configuration of native'),
    })
  })
})
