import { describe, expect, it } from 'vitest'
import { canonicalJson, isJsonObject, type JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { composeWorkerType } from './composeWorkerType'
import type { Composition } from './composition'
import type { Design } from './design/design'
import { exampleDesign } from './testing/exampleDesign'

const catalog = loadCatalog()
const maxruntime = { maxRunTime: '4 hours', perTaskLimit: 'allow' }

function compose(engine: string, plugins: Record<string, JsonValue>, members: Partial<Design> = {}): Composition {
  return composeWorkerType(exampleDesign(engine, plugins, members), catalog)
}

function propertiesOf(schema: Composition['baseSchema']): string[] {
  return isJsonObject(schema?.properties) ? Object.keys(schema.properties) : []
}

function accepts(composition: Composition, payload: JsonValue): boolean {
  if (composition.effectiveSchema === undefined) return false
  return compilePayloadValidator(composition.effectiveSchema)(payload).length === 0
}

function codes(composition: Composition, severity: string): string[] {
  return composition.problems.filter((problem) => problem.severity === severity).map((problem) => problem.code)
}

describe('composeWorkerType', () => {
  it('takes caches away from native, names the cause, and still runs tasks whose list is empty', () => {
    const composition = compose('native', { cache: {} })
    expect(codes(composition, 'error')).toEqual([])
    expect(propertiesOf(composition.baseSchema)).toContain('caches')
    expect(propertiesOf(composition.effectiveSchema)).not.toContain('caches')
    const [restriction] = composition.restrictions
    expect(composition.restrictions).toHaveLength(1)
    expect(restriction).toMatchObject({
      id: 'cache/caches',
      component: 'plugin cache',
      engine: 'native',
      kind: 'refused',
    })
    expect(restriction?.missing).toContain('attachVolume')
    expect(restriction?.reason).toContain('engine native has no newVolume and attachVolume')
    expect(accepts(composition, { command: ['true'], caches: [] })).toBe(true)
    expect(accepts(composition, { command: ['true'], caches: [{ mountPoint: 'm', options: {} }] })).toBe(false)
  })

  it('forbids interactive on docker in a strict design and warns in one that is not', () => {
    const strict = compose('docker', { interactive: {} })
    expect(propertiesOf(strict.effectiveSchema)).not.toContain('interactive')
    expect(strict.restrictions[0]).toMatchObject({ kind: 'dropped', missing: ['newShell', 'openDisplay'] })
    const loose = compose('docker', { interactive: {} }, { strict: false })
    expect(propertiesOf(loose.effectiveSchema)).toContain('interactive')
    expect(loose.restrictions).toEqual([])
    expect(codes(loose, 'warning')).toContain('tasks-get-less')
  })

  it('asks tasks on native to switch the display off, which is what is missing', () => {
    const composition = compose('native', { interactive: {} })
    expect(composition.restrictions.map(({ id, missing }) => ({ id, missing }))).toEqual([
      { id: 'interactive/interactiveDisplay', missing: ['listDisplays', 'openDisplay'] },
    ])
    expect(accepts(composition, { command: ['true'], interactive: {} })).toBe(false)
    expect(accepts(composition, { command: ['true'], interactive: { disableDisplay: true } })).toBe(true)
    expect(accepts(composition, { command: ['true'] })).toBe(true)
  })

  it('has no interactive at all without a web hook server', () => {
    const { webHookServer: _, ...settings } = exampleDesign('mock', {}).settings
    const composition = compose('mock', { interactive: {} }, { settings, strict: false })
    expect(propertiesOf(composition.baseSchema)).not.toContain('interactive')
    expect(codes(composition, 'warning')).toContain('setting-needed')
    expect(codes(composition, 'error')).toEqual([])
    expect(codes(compose('mock', {}, { settings }), 'error')).toEqual(['web-hook-server-missing'])
  })

  it('forbids artifacts on script', () => {
    const composition = compose('script', { artifacts: {} })
    expect(propertiesOf(composition.baseSchema)).toEqual(['artifacts', 'url'])
    expect(propertiesOf(composition.effectiveSchema)).toEqual(['url'])
    expect(accepts(composition, { artifacts: [] })).toBe(true)
  })

  it('warns of the proxy that is on by default, and refuses to ask for it in a strict design', () => {
    const composition = compose('native', { tcproxy: {} })
    expect(codes(composition, 'warning')).toContain('default-has-no-effect')
    expect(accepts(composition, { command: ['true'] })).toBe(true)
    expect(accepts(composition, { command: ['true'], disableTaskclusterProxy: true })).toBe(true)
    expect(accepts(composition, { command: ['true'], disableTaskclusterProxy: false })).toBe(false)
    const loose = compose('native', { tcproxy: {} }, { strict: false })
    expect(accepts(loose, { command: ['true'], disableTaskclusterProxy: false })).toBe(true)
  })

  it('is an error where every task would fail', () => {
    const composition = compose('script', { env: {} })
    expect(composition.effectiveSchema).toBeUndefined()
    expect(propertiesOf(composition.baseSchema)).toEqual(['env', 'url'])
    expect(codes(composition, 'error')).toEqual(['no-task-can-run'])
    const names = compose('native', { env: { extra: { 'A B': '1' } } })
    expect(codes(names, 'error')).toEqual(['no-task-can-run'])
    expect(names.problems[0]?.path).toBe('plugins.env.extra."A B"')
  })

  it('tells that a timeout stops the worker on script', () => {
    const composition = compose('script', { maxruntime })
    expect(codes(composition, 'notice')).toContain('engine-caveat')
    expect(codes(composition, 'error')).toEqual([])
  })

  it('narrows names of environment variables to what the engine takes', () => {
    const native = compose('native', { env: {} })
    expect(accepts(native, { command: ['true'], env: { 'a-b': '1' } })).toBe(true)
    expect(accepts(native, { command: ['true'], env: { 'A.B': '1' } })).toBe(false)
    expect(accepts(compose('qemu', { env: {} }), { command: [], image: 'http://a/', env: { '1A': '' } })).toBe(false)
  })

  it('puts the longest run time into the schema', () => {
    const composition = compose('native', { maxruntime })
    expect(accepts(composition, { command: ['true'], maxRunTime: 14400 })).toBe(true)
    expect(accepts(composition, { command: ['true'], maxRunTime: 14401 })).toBe(false)
    expect(accepts(composition, { command: ['true'], maxRunTime: -1 })).toBe(false)
    const loose = compose('native', { maxruntime }, { strict: false })
    expect(accepts(loose, { command: ['true'], maxRunTime: -1 })).toBe(true)
  })

  it('checks mount points of docker as the engine does', () => {
    const composition = compose('docker', { cache: {} })
    const payload = (mountPoint: string) => ({
      image: 'ubuntu',
      command: ['true'],
      caches: [{ mountPoint, options: {} }],
    })
    expect(accepts(composition, payload('/a/b/'))).toBe(true)
    for (const refused of ['/a/b', 'a/', '/a/../b/', '/a/./', '/a:b/']) {
      expect(accepts(composition, payload(refused)), refused).toBe(false)
    }
  })

  it('names both components of a conflict', () => {
    const config = { command: ['x'], schema: { type: 'object', properties: { env: {}, caches: {} }, required: [] } }
    const composition = compose('script', { env: {}, cache: {} }, { engine: { name: 'script', config } })
    expect(composition.conflicts).toEqual([
      { property: 'caches', components: ['engine script', 'plugin cache'] },
      { property: 'env', components: ['engine script', 'plugin env'] },
    ])
    expect(composition.effectiveSchema).toBeUndefined()
  })

  it('asks for a sample where the schema depends on a reference, and takes secrets as set', () => {
    const open = compose('native', { maxruntime: { maxRunTime: 60, perTaskLimit: { $env: 'LIMIT' } } })
    expect(open.problems.filter((problem) => problem.severity === 'error')).toMatchObject([
      { code: 'sample-needed', path: 'plugins.maxruntime.perTaskLimit' },
    ])
    const sampled = compose(
      'native',
      { maxruntime: { maxRunTime: 60, perTaskLimit: { $env: 'LIMIT' } } },
      { samples: { LIMIT: 'forbid' } },
    )
    expect(codes(sampled, 'error')).toEqual([])
    expect(propertiesOf(sampled.baseSchema)).toEqual(['command', 'context'])
    const secret = compose('native', { artifacts: { privateKey: { $env: 'KEY' } } })
    expect(codes(secret, 'error')).toEqual([])
    expect(propertiesOf(secret.baseSchema)).toContain('chainOfTrust')
  })

  it('names what is unknown or of another kind', () => {
    expect(compose('nativ', {}).problems).toMatchObject([{ code: 'unknown-engine', help: 'Did you mean native?' }])
    expect(codes(compose('native', { cachee: {} }), 'error')).toEqual(['unknown-plugin'])
    expect(codes(compose('native', {}, { worker: 'other' }), 'error')).toEqual(['unknown-worker'])
    expect(compose('native', { maxruntime: { maxRunTime: 'soon', perTaskLimit: 'allow' } }).problems[0]).toMatchObject({
      code: 'config-invalid',
      path: 'plugins.maxruntime.maxRunTime',
    })
  })

  it('wants an identity that worker and Queue both take', () => {
    expect(codes(compose('native', {}, { workerType: 'Upper' }), 'error')).toEqual(['identity-not-registrable'])
    expect(codes(compose('native', {}, { workerType: 'Upper', strict: false }), 'error')).toEqual([])
    const long = compose('native', {}, { provisionerId: 'a'.repeat(23) })
    expect(long.problems.filter((problem) => problem.severity === 'error')).toMatchObject([
      { code: 'config-invalid', path: 'provisionerId' },
    ])
    expect(compose('native', {}, { provisionerId: '' }).problems[0]).toMatchObject({ path: 'provisionerId' })
  })

  it('gives the same bytes whatever the order in which plugins were picked', () => {
    const plugins = { env: {}, cache: {}, artifacts: {}, maxruntime, livelog: {} }
    const reversed = Object.fromEntries(Object.entries(plugins).reverse())
    const bytes = (composition: Composition) => canonicalJson(JSON.parse(JSON.stringify(composition)))
    expect(bytes(compose('docker', reversed))).toBe(bytes(compose('docker', plugins)))
  })

  it('writes the base URLs of the deployment', () => {
    const composition = compose('docker', { cache: {} }, { rootUrl: 'https://tc.example.com/' })
    expect(composition.workerConfig).toMatchObject({
      transforms: ['env'],
      config: {
        queueBaseUrl: 'https://tc.example.com/api/queue/v1',
        authBaseUrl: 'https://tc.example.com/api/auth/v1',
        plugins: { cache: { purgeCacheBaseUrl: 'https://tc.example.com/api/purge-cache/v1' } },
      },
    })
    expect(composition.problems.map((problem) => problem.code)).not.toContain('queue-base-url-missing')
  })

  it('judges every engine in the matrix', () => {
    const { matrix } = compose('native', { cache: {} })
    const row = matrix.rows.find(({ feature }) => feature === 'caches')
    expect(row?.enabled).toBe(true)
    const verdicts = Object.entries(row?.cells ?? {}).map(([engine, cell]) => `${engine}: ${cell.verdict}`)
    expect(verdicts).toEqual([
      'docker: limited',
      'mock: limited',
      'native: refused',
      'qemu: refused',
      'script: refused',
    ])
    expect(matrix.rows.find(({ feature }) => feature === 'interactiveShell')?.cells.docker?.verdict).toBe('dropped')
  })
})
