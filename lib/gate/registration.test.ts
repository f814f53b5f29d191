import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { limitedHandler } from '@/lib/queue/testing/limitedHandler'
import { startQueue } from '@/lib/queue/testing/startQueue'
import { checkWorkerType } from '@/lib/registrar/checks/checkWorkerType'
import { connectQueue } from '@/lib/registrar/deployment/connectQueue'
import { registerWorkerType } from '@/lib/registrar/registerWorkerType'
import type { Store } from '@/lib/registry/store/store'
import { testStore } from '@/lib/registry/testing/testStore'
import { currentVersion } from '@/lib/registry/versions/versions'
import { startTestGate } from './testing/startTestGate'

const composition = composeWorkerType(
  exampleDesign('mock', { env: {} }, { workerType: 'script-1', description: 'Builds' }),
  loadCatalog(),
)

describe.each(['no-declarations', 'no-schemas'] as const)(
  'registering behind a gate, at a Queue with %s',
  (release) => {
    let upstreamStore: Store
    let store: Store
    beforeAll(async () => {
      upstreamStore = await testStore()
      store = await testStore()
    })
    afterAll(async () => {
      await upstreamStore.close()
      await store.close()
    })

    it('is enforced, although the Queue knows no payload schemas, and is found there again', async () => {
      const upstream = await startQueue(upstreamStore, (handler) => limitedHandler(handler, release))
      const credentials = await upstream.addClient('admin', ['*'])
      const gate = await startTestGate({ upstream: upstream.url }, { store })
      const client = { rootUrl: gate.url, credentials }
      const now = upstream.clock.now
      const registered = await registerWorkerType({ store, client, composition, author: 'admin', message: '', now })
      expect(registered).toMatchObject({ ok: true, value: { version: { state: 'acknowledged', outcome: 'enforced' } } })
      const version = await currentVersion(store, 'proj/script-1')
      if (version === undefined) throw new Error('nothing is registered')
      const connection = await connectQueue(client)
      const report = await checkWorkerType({ store, connection, version, who: 'admin', now })
      expect(report).toMatchObject({ state: 'same' })
      await gate.stop()
      await upstream.stop()
    })
  },
)
