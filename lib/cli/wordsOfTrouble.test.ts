import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-words-'))
let count = 0
function file(value: JsonValue): string {
  count += 1
  const path = join(folder, `document-${count}.json`)
  writeFileSync(path, JSON.stringify(value))
  return path
}

const pool = { workerPoolId: 'demo/linux', providerId: 'static', config: { workerConfig: {} } }
const runner = { provider: { providerType: 'static' }, worker: { implementation: 'generic-worker', path: '/gw' } }
const design = { worker: 'generic-worker', engine: { name: 'multiuser-linux' } }

describe('a document of another kind', () => {
  it.each<[string, JsonValue, string]>([
    ['import', { a: 1 }, 'This is an object with a, and not a configuration of a worker.'],
    ['import', [1, 2], 'This is a list of 2 items, and not'],
    ['import', 'text', 'This is a text, and not'],
    ['import', null, 'This is an empty document, and not'],
    ['import', { payload: {} }, 'This is a task, and not'],
    ['import', design, 'This is a design, and not a configuration of a worker. It needs no import: wtd check FILE.'],
    ['check', pool, 'This is a worker pool, and not a design. Make a design of it first: wtd import FILE'],
    ['check', runner, 'This is a file of worker-runner, and not a design. Make a design of it first: wtd import'],
    ['schema', { a: 1 }, 'This is an object with a, and not a design. A design has worker and engine.'],
    ['bundle', [], 'This is a list of 0 items, and not a design.'],
  ])('wtd %s of %j says what it saw', async (command, value, words) => {
    const more = command === 'bundle' ? ['-o', join(folder, 'out')] : []
    const { status, stdout, stderr } = await runWtd(command, file(value), ...more)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(words)
  })
})

describe('a name that is none', () => {
  it.each([
    [
      ['import', file({ pools: [pool, { ...pool, workerPoolId: 'demo/mac' }] }), '--pool', 'demo/linus'],
      'Did you mean demo/linux?',
    ],
    [['import', file({ pools: [pool] }), '--pool', 'nothing/like-it'], 'The document has demo/linux.'],
    [['catalog', 'plugin', 'live-lag'], 'Did you mean live-log?'],
    [['catalog', 'plugin', 'quite-another'], 'There is artifacts,'],
  ])('%j', async (args, words) => {
    const { status, stderr } = await runWtd(...args)
    expect(status).toBeGreaterThan(0)
    expect(stderr).toContain(words)
  })
})

describe('a certificate that is none', () => {
  afterEach(() => void vi.unstubAllEnvs())

  it.each([
    ['register', ['--root-url', 'http://127.0.0.1:1', '--no-pool', '--dry-run'], '{broken'],
    ['register', ['--root-url', 'http://127.0.0.1:1', '--no-pool'], '"text"'],
    ['audit', ['--server', 'http://127.0.0.1:1'], '{broken'],
    ['status', ['--server', 'http://127.0.0.1:1'], '[]'],
  ])('wtd %s %j', async (command, options, certificate) => {
    vi.stubEnv('TASKCLUSTER_CLIENT_ID', 'client')
    vi.stubEnv('TASKCLUSTER_ACCESS_TOKEN', 'token')
    vi.stubEnv('TASKCLUSTER_CERTIFICATE', certificate)
    const whole = {
      ...design,
      provisionerId: 'demo',
      workerType: 'linux',
      plugins: { env: {}, metadata: {}, mounts: {}, 'os-groups': {}, 'resource-monitor': {}, 'live-log': {} },
    }
    const documents = command === 'register' ? [file(whole)] : []
    const { status, stderr } = await runWtd(command, ...documents, ...options)
    expect(status).toBe(2)
    expect(stderr).toContain('TASKCLUSTER_CERTIFICATE is no certificate: it has to be an object in JSON.')
  })
})

it('wtd catalog shows the configuration of a plugin', async () => {
  const { status, stdout } = await runWtd('catalog', 'plugin', 'live-log')
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /configuration:\n {2}enableLiveLog: true by itself.*\n(?: {2}.*\n)* {2}livelogPortBase: whole number, default 60098 +First port\n/,
  )
  const { stdout: d2g } = await runWtd('catalog', 'plugin', 'd2g')
  expect(d2g).toContain("the properties stand in d2gConfig of the worker's configuration")
  expect(d2g).toMatch(/ {2}allowKVM: true or false, default true +Allow KVM/)
})
