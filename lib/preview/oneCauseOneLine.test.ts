import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'
import { previewTasks } from './previewTasks'

const catalog = loadCatalog()
const d2g = { d2gConfig: { enableD2G: true } }

function said(engine: string, config: JsonObject, value: JsonValue) {
  const composition = composeGenericWorker(catalog, engine, config)
  const [verdict] = previewTasks(composition, [{ source: 's', index: 0, value }])
  return [
    ...(verdict?.errors ?? []).map(({ path, restriction }) => `${path} ${restriction?.id ?? ''}`),
    ...(verdict?.findings ?? []).filter(({ id }) => !/scope|group/.test(id)).map(({ path, id }) => `${path} ${id}`),
  ]
}

const windows = (features: JsonObject, members: JsonObject = {}) => ({
  command: ['dir'],
  maxRunTime: 60,
  features,
  ...members,
})
const expires = '2026-12-01T00:00:00.000Z'

describe('one cause is one line:', () => {
  it.each<[string, string, JsonObject, JsonValue, string[]]>([
    [
      'an artifact that expires too early',
      'multiuser-linux',
      d2g,
      { image: 'a', maxRunTime: 1, artifacts: { 'public/a': { type: 'file', path: '/a', expires } } },
      ['/artifacts/public~1a/expires d2g/artifact-expires'],
    ],
    [
      'one of a payload of its own form',
      'multiuser-linux',
      d2g,
      { command: [['a']], maxRunTime: 1, artifacts: [{ type: 'file', path: 'a', expires }] },
      ['/artifacts/0/expires artifacts/expires'],
    ],
    [
      'a form that is closed',
      'multiuser-linux',
      {},
      { image: 'a', command: ['a'], maxRunTime: 1, cache: { a: '/a' } },
      [' d2g/dockerWorkerPayload'],
    ],
    [
      'the other one',
      'multiuser-linux',
      { ...d2g, disableNativePayloads: true },
      { command: [['a']], maxRunTime: 1, mounts: [] },
      [' generic-worker/nativePayloads'],
    ],
    [
      'what a form may not have, each at its place',
      'insecure-linux',
      { ...d2g, enableInteractive: false },
      { image: 'a', maxRunTime: 1, features: { chainOfTrust: true, interactive: true } },
      [
        '/features/chainOfTrust chain-of-trust/dockerChainOfTrust',
        '/features/interactive interactive/dockerInteractive',
      ],
    ],
    [
      'a limit of a form, beside another one',
      'multiuser-linux',
      { ...d2g, maxTaskRunTime: 5 },
      { image: { type: 'indexed-image', namespace: 'n'.repeat(256), path: 'p' }, maxRunTime: 9 },
      ['/image/namespace d2g/images', '/maxRunTime generic-worker/maximum'],
    ],
    [
      'a signature by an administrator, who also lacks the group',
      'multiuser-windows',
      {},
      windows({ chainOfTrust: true, runAsAdministrator: true }),
      [' run-as-administrator/needsGroup', '/features chain-of-trust/notAsAdministrator'],
    ],
    [
      'one with the group',
      'multiuser-windows',
      {},
      windows({ chainOfTrust: true, runAsAdministrator: true }, { osGroups: ['Administrators'] }),
      ['/features chain-of-trust/notAsAdministrator'],
    ],
  ])('%s', (_, engine, config, value, expected) => {
    expect(said(engine, config, value)).toEqual(expected)
  })

  it('a payload of a closed form may have mistakes of its own', () => {
    const mistakes = said('multiuser-linux', {}, { image: 'a', command: ['a'], maxRunTime: 0, unknown: 1 })
    expect(mistakes).toContain(' d2g/dockerWorkerPayload')
    expect(mistakes).toContain('/maxRunTime ')
  })
})
