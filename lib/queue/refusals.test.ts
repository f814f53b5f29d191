import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { registerWorkerType } from '@/lib/registrar/registerWorkerType'
import { eachQueue } from './testing/eachQueue'
import { exampleDefinition } from './testing/exampleDefinition'

const taskId = 'fN1SbArXTPSVFNUvaOlinQ'
const catalog = loadCatalog()

eachQueue('the words of refusals', (queue, store) => {
  const compose = () =>
    composeWorkerType(exampleDesign('native', { cache: {}, env: {} }, { workerType: 'native-1' }), catalog)
  const refusal = async (payload: object) => {
    const body = exampleDefinition(queue().clock.now, { taskQueueId: 'proj/native-1', payload })
    const answer = await queue().call('PUT', `/api/queue/v1/task/${taskId}`, { as: 'admin', body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'InputValidationError' } })
    return String(answer.body.message).split('\n')
  }
  const payload = { caches: [{ name: 'a', mountPoint: '/a' }], comand: [], env: 1 }

  it('have the reasons of the composition that was registered', async () => {
    const credentials = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }
    const registered = await registerWorkerType({
      store: store(),
      client: { rootUrl: queue().url, credentials },
      composition: compose(),
      author: 'admin',
      message: '',
      now: queue().clock.now,
    })
    expect(registered).toMatchObject({ ok: true })
    const lines = await refusal(payload)
    const at = (place: string) => lines.filter((line) => line.startsWith(`  * data/payload${place} `))
    expect(at('/caches')).toEqual([
      expect.stringMatching(
        /; worker type proj\/native-1 cannot do caches: engine native has no newVolume and attachVolume: /,
      ),
    ])
    expect(at('/comand')).toEqual([expect.stringContaining('did you mean `command`?')])
    // what the worker program itself refuses has no restriction behind it
    expect(at('/env')).toEqual([expect.not.stringContaining(';')])
    expect(lines).toContain(
      `Worker type proj/native-1 runs no such task. Its payload schema: ${queue().url}/worker-types/proj/native-1`,
    )
  })

  it('have no reasons for the same schema, declared directly', async () => {
    const { effectiveSchema } = compose()
    await queue().call('PUT', '/api/queue/v1/provisioners/proj/worker-types/native-1', {
      as: 'admin',
      body: { payloadSchema: effectiveSchema },
    })
    const lines = await refusal(payload)
    expect(lines.filter((line) => line.startsWith('  * data/payload/caches '))).toHaveLength(1)
    expect(lines.join('\n')).not.toContain('cannot do')
  })
})
