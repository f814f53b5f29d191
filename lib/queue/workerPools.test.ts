import { expect, it } from 'vitest'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { eachQueue } from './testing/eachQueue'

const definition = {
  providerId: 'static',
  description: '',
  config: {},
  owner: 'ops@example.com',
  emailOnError: false,
}

eachQueue('worker pools', (queue, store) => {
  const path = '/api/worker-manager/v1/worker-pool/proj%2Fmacs'

  it('leave a trace of who changed them', async () => {
    await queue().call('PUT', path, { as: 'admin', body: definition })
    await queue().call('PUT', path, { as: 'admin', body: definition })
    await queue().call('POST', path, { as: 'admin', body: { ...definition, owner: 'you@example.com' } })
    await queue().call('DELETE', path, { as: 'admin' })
    const rows = await listAudit(store(), { entity: 'worker-pool:proj/macs' })
    expect(rows.map(({ action }) => action)).toEqual([
      'worker-pool.deleted',
      'worker-pool.updated',
      'worker-pool.created',
    ])
    expect(rows[0]).toMatchObject({
      who: 'admin',
      detail: { changes: [{ path: 'providerId', before: 'static', after: 'null-provider' }] },
    })
  })

  it('are made once, whoever asks at the same time', async () => {
    const bodies = ['a', 'b', 'c', 'd'].map((description) => ({ ...definition, description }))
    const answers = await Promise.all(bodies.map((body) => queue().call('PUT', path, { as: 'admin', body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const kept = await queue().call('GET', path, { as: 'admin' })
    expect(kept.body).toMatchObject({ description: answers.find(({ status }) => status === 200)?.body.description })
  })

  it('hold no U+0000, which the database refuses', async () => {
    const body = { ...definition, description: '\0' }
    expect(await queue().call('PUT', path, { as: 'admin', body })).toMatchObject({
      status: 400,
      body: { code: 'InputError' },
    })
    const config = { workerConfig: { '\0': '\0' } }
    expect(await queue().call('PUT', path, { as: 'admin', body: { ...definition, config } })).toMatchObject({
      status: 200,
      body: { config },
    })
  })
})
