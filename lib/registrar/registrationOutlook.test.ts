import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { limitedHandler } from '@/lib/queue/testing/limitedHandler'
import { startQueue } from '@/lib/queue/testing/startQueue'
import type { Deployment } from './deployment/deployment'
import { registrationOutlook } from './registrationOutlook'

const catalog = loadCatalog()

function compose(plugins: Record<string, JsonValue> = { env: {} }): Composition {
  return composeWorkerType(exampleDesign('mock', plugins, { workerType: 'script-1', description: 'Builds' }), catalog)
}

const taskQueueId = 'proj/script-1'

eachQueue('the outlook of a registration', (queue, store) => {
  const admin = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }
  const client = (rest: Partial<Deployment> = {}): Deployment => ({ rootUrl: queue().url, credentials: admin, ...rest })

  it('says beforehand what registering comes to, and who may', async () => {
    const other = await startQueue(store(), (handler) => limitedHandler(handler, 'no-schemas'))
    const expires = new Date('2030-01-01')
    const scope = (property: string) => `queue:declare-worker-type:${taskQueueId}#${property}`
    const credentials = await queue().addClient('some', [scope('expires')])
    const look = (rest: Partial<Deployment>) => registrationOutlook(compose(), client(rest), expires)
    expect(await look({})).toEqual({
      outcome: 'enforced',
      needed: ['description', 'expires', 'stability', 'payloadSchema'].map(scope),
      held: ['*'],
      problems: [],
    })
    expect(await look({ rootUrl: other.url, credentials })).toEqual({
      outcome: 'declared-only',
      needed: ['description', 'expires', 'stability'].map(scope),
      held: ['assume:anonymous', scope('expires')],
      problems: [],
    })
    expect(await look({ credentials: undefined })).toMatchObject({ held: undefined, problems: [] })
    const wrong = { clientId: 'admin', accessToken: 'x'.repeat(30) }
    expect(await look({ credentials: wrong })).toMatchObject({
      outcome: 'enforced',
      held: undefined,
      problems: [{ code: 'queue-credentials-refused' }],
    })
    await other.stop()
    expect(await look({ rootUrl: other.url })).toMatchObject({
      outcome: undefined,
      problems: [{ code: 'queue-unreachable' }],
    })
  })
})
