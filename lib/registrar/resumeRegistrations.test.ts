import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { recordIntent } from '@/lib/registry/versions/recordIntent'
import { currentVersion, pendingIntents } from '@/lib/registry/versions/versions'
import type { Deployment } from './deployment/deployment'
import { registerWorkerType } from './registerWorkerType'
import { resumeRegistrations } from './resumeRegistrations'

const catalog = loadCatalog()

function compose(plugins: Record<string, JsonValue> = { env: {} }): Composition {
  return composeWorkerType(exampleDesign('mock', plugins, { workerType: 'script-1', description: 'Builds' }), catalog)
}

const taskQueueId = 'proj/script-1'
const path = '/api/queue/v1/provisioners/proj/worker-types/script-1'

eachQueue('what a crash left behind', (queue, store) => {
  const admin = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }
  const client = (rest: Partial<Deployment> = {}): Deployment => ({ rootUrl: queue().url, credentials: admin, ...rest })
  const register = (composition = compose(), rest: Partial<Parameters<typeof registerWorkerType>[0]> = {}) =>
    registerWorkerType({
      store: store(),
      client: client(),
      composition,
      author: 'admin',
      message: 'because',
      now: queue().clock.now,
      ...rest,
    })

  it('resumes what a crash left behind, once', async () => {
    const composition = compose()
    const intent = {
      taskQueueId,
      designYaml: 'x',
      baseSchema: null,
      payloadSchema: composition.effectiveSchema ?? {},
      schemaSha256: 'x',
      description: 'Left',
      expires: new Date('2030-01-01T00:00:00Z'),
      rootUrl: queue().url,
      author: 'admin',
      message: '',
      now: queue().clock.now,
    }
    await recordIntent(store(), intent)
    await recordIntent(store(), { ...intent, taskQueueId: 'proj/elsewhere', rootUrl: 'https://other.example.com' })
    const clientFor = (rootUrl: string) => (rootUrl === queue().url ? client() : undefined)
    const resume = () => resumeRegistrations({ store: store(), clientFor, now: queue().clock.now })
    const resumed = await resume()
    expect(resumed).toMatchObject({
      settled: [{ taskQueueId, number: 1, state: 'acknowledged', outcome: 'enforced' }],
      open: [{ intent: { taskQueueId: 'proj/elsewhere', state: 'intended' } }],
    })
    expect((await queue().call('GET', path, { as: 'admin' })).body).toMatchObject({ description: 'Left' })
    expect((await resume()).settled).toEqual([])
  })

  it('leaves alone what may still be on its way, where it is told to', async () => {
    const {
      taskQueueId: _id,
      number: _number,
      ...content
    } = (await register()).ok
      ? ((await currentVersion(store(), taskQueueId)) ?? expect.fail('nothing is in force'))
      : expect.fail('not registered')
    await recordIntent(store(), { ...content, taskQueueId: 'proj/other-1', now: queue().clock.now })
    const resumeAt = (now: Date) =>
      resumeRegistrations({ store: store(), clientFor: () => client(), now, leaveInFlight: true })
    expect(await resumeAt(queue().clock.now)).toEqual({ settled: [], open: [] })
    const later = new Date(queue().clock.now.getTime() + 2 * 60_000)
    expect(await resumeAt(later)).toMatchObject({ settled: [{ taskQueueId: 'proj/other-1', state: 'acknowledged' }] })
  })

  it('does not turn back what was registered after an intent that stayed open', async () => {
    const intended = {
      baseSchema: null,
      payloadSchema: {},
      schemaSha256: 'x',
      designYaml: 'x',
      description: 'Old',
      message: '',
    }
    const { now } = queue().clock
    await recordIntent(store(), { ...intended, taskQueueId, expires: now, rootUrl: queue().url, author: 'admin', now })
    await register()
    await resumeRegistrations({ store: store(), clientFor: () => client(), now })
    expect(await pendingIntents(store())).toEqual([])
    expect(await currentVersion(store(), taskQueueId)).toMatchObject({ number: 2 })
    expect((await queue().call('GET', path, { as: 'admin' })).body).toMatchObject({ description: 'Builds' })
  })
})
