import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { requiredScopes } from './requiredScopes'

function scopes(engine: string, plugins: Record<string, JsonValue> = {}, members: Partial<Design> = {}) {
  const resolved = resolveDesign(exampleDesign(engine, plugins, members), loadCatalog())
  if (!resolved.ok) throw new Error('unresolved')
  return requiredScopes(resolved.value)
}
const { settings } = exampleDesign('native', {})

describe('requiredScopes', () => {
  it('names the worker type and the worker', () => {
    expect(scopes('native').worker).toEqual(['queue:claim-work:proj/example-1', 'queue:worker-id:group/one'])
  })

  it('names every property of the declaration', () => {
    expect(scopes('native').admin).toEqual(
      ['description', 'expires', 'payloadSchema', 'stability'].map(
        (name) => `queue:declare-worker-type:proj/example-1#${name}`,
      ),
    )
  })

  it.each<[string, JsonValue, string]>([
    ['is left out', {}, 'queue:worker-id:<workerGroup>/<workerId>'],
    [
      'is known only where the worker runs',
      { workerGroup: { $env: 'GROUP' }, workerId: 'w' },
      'queue:worker-id:<workerGroup>/w',
    ],
    ['is no object', 'x', 'queue:worker-id:<workerGroup>/<workerId>'],
    ['is a reference', { $env: 'WORKER', type: 'json' }, 'queue:worker-id:<workerGroup>/<workerId>'],
  ])('leaves a placeholder where the name of the worker %s', (_, worker, scope) => {
    expect(scopes('native', {}, { settings: { ...settings, worker } }).worker).toContain(scope)
  })

  it('takes the identity of the design, not one among the settings', () => {
    const worker = { provisionerId: 'other', workerGroup: 'g', workerId: 'w' }
    expect(scopes('native', {}, { settings: { ...settings, worker } }).worker[0]).toBe(
      'queue:claim-work:proj/example-1',
    )
    expect(scopes('native', {}, { workerType: '' }).worker[0]).toBe('queue:claim-work:proj/<workerType>')
  })

  it('lists scopes of tasks by feature, of plugins that are on', () => {
    const artifact = 'queue:get-artifact:<artifact>'
    const image = [
      { feature: 'docker/privileged', scopes: ['worker:privileged:proj/example-1'] },
      { feature: 'docker/imageFromTask', scopes: [artifact] },
      { feature: 'docker/imageFromIndex', scopes: [artifact] },
    ]
    const cache = [
      { feature: 'cache/readWriteCaches', scopes: ['worker:cache:<name>'] },
      { feature: 'cache/preloadFromTask', scopes: [artifact] },
      { feature: 'cache/preloadFromIndex', scopes: [artifact] },
    ]
    expect(scopes('docker', { cache: {}, env: {} }).tasks).toEqual([...image, ...cache])
    expect(scopes('docker', { cache: {} }, { disabledPlugins: ['cache'] }).tasks).toEqual(image)
    expect(scopes('native', { env: {}, artifacts: {} }).tasks).toEqual([])
  })
})
