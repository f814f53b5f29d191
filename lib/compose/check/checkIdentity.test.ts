import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'

const catalog = loadCatalog()
const { settings } = exampleDesign('native', {})
const worker = isJsonObject(settings.worker) ? settings.worker : {}
const inSettings = (members: JsonObject) => ({ settings: { ...settings, worker: { ...worker, ...members } } })
const workerFrom = (reference: JsonObject) => ({ settings: { ...settings, worker: reference } })

function compose(members: Partial<Design>) {
  const composition = composeWorkerType(exampleDesign('native', {}, members), catalog)
  const errors = composition.problems.filter(({ severity }) => severity === 'error')
  const { workerConfig } = composition
  const config = isJsonObject(workerConfig) && isJsonObject(workerConfig.config) ? workerConfig.config : {}
  return { ...composition, errors: errors.map(({ code, path }) => `${code} ${path}`), config }
}

describe('the identity of a worker type', () => {
  it.each([
    ['proj', 'native-1'],
    ['Proj_A-1', 'a'],
    ['a'.repeat(22), 'a'.repeat(22)],
  ])('is taken as %s/%s', (provisionerId, workerType) => {
    expect(compose({ provisionerId, workerType })).toMatchObject({ provisionerId, workerType, errors: [] })
  })

  it.each<[string, string, string, string]>([
    ['proj', 'Native', 'identity-not-registrable', 'workerType'],
    ['proj', '1native', 'identity-not-registrable', 'workerType'],
    ['proj', 'native-', 'identity-not-registrable', 'workerType'],
    ['proj', 'na_tive', 'identity-not-registrable', 'workerType'],
    ['proj', 'a'.repeat(23), 'config-invalid', 'workerType'],
    ['proj', '', 'config-invalid', 'workerType'],
    ['a.b', 'native', 'config-invalid', 'provisionerId'],
  ])('is not taken as %s/%s', (provisionerId, workerType, code, path) => {
    expect(compose({ provisionerId, workerType }).errors).toContain(`${code} ${path}`)
    const loose = compose({ provisionerId, workerType, strict: false })
    if (code === 'identity-not-registrable') expect(loose.errors).toEqual([])
  })

  it('is read among the settings too, but not at both places', () => {
    const inside = compose({ provisionerId: '', ...inSettings({ provisionerId: 'inside' }) })
    expect(inside).toMatchObject({ provisionerId: 'inside', errors: [] })
    const twice = compose(inSettings({ provisionerId: 'other' }))
    expect(twice.errors).toEqual(['identity-twice settings.worker.provisionerId'])
    expect(twice.config.worker).toMatchObject({ provisionerId: 'proj' })
  })

  it('comes from a sample, and asks for one', () => {
    const open = compose({ workerType: { $env: 'TYPE' } })
    expect(open.errors).toEqual(['sample-needed workerType'])
    expect(open.effectiveSchema).toBeUndefined()
    expect(compose({ workerType: { $env: 'TYPE' }, samples: { TYPE: 'one' } })).toMatchObject({
      workerType: 'one',
      errors: [],
      config: { worker: { workerType: { $env: 'TYPE' } } },
    })
    expect(compose({ workerType: { $env: 'TYPE' }, samples: { TYPE: 'ONE' } }).errors).toEqual([
      'identity-not-registrable workerType',
    ])
    expect(compose({ workerType: { $env: 'T', type: 'number' }, samples: { T: 'x' } }).errors).toContain(
      'reference-value-invalid workerType',
    )
  })

  it('comes from a sample for the whole worker', () => {
    const reference = { $env: 'WORKER', type: 'json' }
    const open = { provisionerId: '', workerType: '', ...workerFrom(reference) }
    expect(new Set(compose(open).errors)).toEqual(new Set(['sample-needed settings.worker']))
    const sample = JSON.stringify({ ...worker, provisionerId: 'p', workerType: 'w' })
    expect(compose({ ...open, samples: { WORKER: sample } })).toMatchObject({
      provisionerId: 'p',
      workerType: 'w',
      errors: [],
      config: { worker: reference },
    })
  })
})
