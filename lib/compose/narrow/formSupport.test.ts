import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'

const catalog = loadCatalog()
const compose = (engine: string, config: JsonObject, members = {}) =>
  composeGenericWorker(catalog, engine, config, members)

describe('a form that is closed', () => {
  const cases: [why: string, engine: string, config: JsonObject, form: string, reason: string][] = [
    ['without D2G', 'multiuser-linux', {}, 'docker-worker', 'plugin d2g is not enabled for this worker type'],
    [
      'where D2G cannot be',
      'insecure-darwin',
      {},
      'docker-worker',
      'engine insecure-darwin has no container: docker-worker payloads are translated on Linux only',
    ],
    [
      'by a switch of another plugin',
      'insecure-linux',
      { d2gConfig: { enableD2G: true }, enableResourceMonitor: false },
      'docker-worker',
      'plugin resource-monitor is not enabled for this worker type',
    ],
    [
      'by a setting',
      'multiuser-linux',
      { d2gConfig: { enableD2G: true }, disableNativePayloads: true },
      'native',
      'disableNativePayloads is set, so the worker takes docker-worker payloads only',
    ],
  ]
  it.each(cases)('%s says so in every row, and nothing else of its parts', (_, engine, config, form, reason) => {
    const { payloadForms, matrix, problems, checks, scopes } = compose(engine, config)
    expect(payloadForms).not.toContain(form)
    const plugins = catalog.workers['generic-worker']?.plugins ?? {}
    const of = (name: string, feature: string) =>
      plugins[name]?.taskFeatures?.find((one) => one.name === feature)?.requestedBy.form
    const rows = matrix.rows.filter(
      ({ component, feature, enabled }) => enabled && of(component.replace('plugin ', ''), feature) === form,
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) expect(row.cells[engine]).toMatchObject({ verdict: 'refused', reason })
    const words = [...problems.map(({ message }) => message), ...checks.map(({ message }) => message)].join('\n')
    if (form === 'docker-worker') expect(words).not.toMatch(/a docker-worker payload|docker-worker:|group docker/)
    for (const { feature } of scopes.tasks) {
      const [name = '', inner = ''] = feature.split('/')
      expect(of(name, inner), feature).not.toBe(form)
    }
  })

  it('is so on the engines that cannot have it, whatever plugins allow', () => {
    const { matrix } = compose('multiuser-linux', { d2gConfig: { enableD2G: true } })
    const { platforms, open } = { platforms: ['darwin', 'freebsd'], open: ['insecure-linux', 'multiuser-linux'] }
    const kvm = matrix.rows.find(({ feature }) => feature === 'kvm')
    for (const [engine, { verdict, reason }] of Object.entries(kvm?.cells ?? {})) {
      expect(verdict, engine).toBe(open.includes(engine) ? 'supported' : 'refused')
      if (platforms.some((platform) => engine.endsWith(platform))) expect(reason).toContain('has no container')
    }
  })

  it('has no row for what no task asks for', () => {
    const rows = (config: JsonObject) => compose('multiuser-linux', config).matrix.rows.map(({ title }) => title)
    expect(rows({})).not.toContain('Metadata')
    expect(rows({ enableMetadata: false })).toContain('Metadata')
  })
})
