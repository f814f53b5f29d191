import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'
import { previewTasks } from './previewTasks'

const catalog = loadCatalog()

function preview(engine: string, config: Record<string, JsonValue>, payload: JsonObject, strict = false) {
  const composition = engine.includes('-')
    ? composeGenericWorker(catalog, engine, config, { strict })
    : composeWorkerType(exampleDesign(engine, config, { strict }), catalog)
  const [verdict] = previewTasks(composition, [{ source: 's', index: 0, value: { payload, scopes: ['*'] } }])
  if (!verdict) throw new Error('no verdict')
  return verdict
}

const found = (...args: Parameters<typeof preview>) =>
  preview(...args).findings.map(({ severity, path, id }) => `${severity} ${path} ${id.split('/')[1] ?? ''}`)

const d2g = (config: JsonObject = {}) => ({ d2gConfig: { enableD2G: true, ...config } })
const docker = (members: JsonObject = {}) => ({ image: 'debian:12', command: ['true'], maxRunTime: 60, ...members })
const native = (features: JsonObject = {}) => ({ command: [['true']], maxRunTime: 60, features })
const capabilities = { privileged: true, devices: { kvm: true } }

describe('what a task asks for and does not get', () => {
  it.each<[string, string, Record<string, JsonValue>, JsonObject, string[]]>([
    [
      'by a switch of D2G',
      'multiuser-linux',
      d2g({ allowKVM: false, allowPrivileged: false }),
      docker({ capabilities }),
      ['warning /capabilities/privileged privileged', 'warning /capabilities/devices/kvm kvm'],
    ],
    [
      'by a switch of D2G, before another plugin is asked',
      'multiuser-linux',
      { ...d2g({ allowChainOfTrust: false }), enableChainOfTrust: false },
      docker({ features: { chainOfTrust: true } }),
      ['warning /features/chainOfTrust dockerChainOfTrust'],
    ],
    [
      'unless it says no',
      'multiuser-linux',
      d2g({ allowKVM: false }),
      docker({ capabilities: { devices: { kvm: false } } }),
      [],
    ],
    ['where it is allowed', 'multiuser-linux', d2g(), docker({ capabilities }), []],
    [
      'by the platform',
      'multiuser-darwin',
      {},
      native({ loopbackAudio: true }),
      ['warning /features/loopbackAudio loopbackAudio'],
    ],
    ['but not what is refused there', 'multiuser-windows', {}, native({ loopbackAudio: true }), []],
    [
      'by an engine',
      'native',
      { relengapi: { token: 't' } },
      { command: [], enableRelengAPIProxy: true },
      ['warning /enableRelengAPIProxy relengapiProxy'],
    ],
    [
      'by leaving out what is on in an object',
      'native',
      { interactive: {} },
      { command: [], interactive: {} },
      ['warning /interactive interactiveDisplay'],
    ],
    [
      'once where all of it is lost',
      'docker',
      { interactive: {} },
      { image: 'x', command: [], interactive: {} },
      ['warning /interactive interactive'],
    ],
    ['but not by default', 'native', { tcproxy: {} }, { command: [] }, []],
    [
      'by a limit',
      'native',
      { maxruntime: { maxRunTime: 60, perTaskLimit: 'allow' } },
      { command: [], maxRunTime: -1 },
      ['warning /maxRunTime notNegative'],
    ],
  ])('%s, is a finding on %s', (_, engine, config, payload, expected) => {
    expect(found(engine, config, payload)).toEqual(expected)
    // a strict design has the Queue say so
    expect(found(engine, config, payload, true)).toEqual([])
    expect(preview(engine, config, payload, true).valid).toBe(
      expected.length === 0 && preview(engine, config, payload).valid,
    )
  })

  it('is told with its reason, and keeps nothing from running', () => {
    const config = d2g({ allowPrivileged: false })
    const { ok, findings } = preview('multiuser-linux', config, docker({ capabilities: { privileged: true } }))
    expect({ ok, message: findings.map(({ message }) => message) }).toEqual({
      ok: true,
      message: [
        'Privileged containers: the task runs without it, since the configuration does not allow it (allowPrivileged).',
      ],
    })
  })
})
