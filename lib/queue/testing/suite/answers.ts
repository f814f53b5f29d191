import { expect, it } from 'vitest'
import { isJsonObject } from '@/lib/base/json'
import { definition, expectEnvelope, newProvisioner, type RawRequest, type SuiteContext, slugId } from './suiteContext'

const taskPath = (id = slugId()) => `/api/queue/v1/task/${id}`
const typePath = (provisioner = newProvisioner()) => `/api/queue/v1/provisioners/${provisioner}/worker-types/a`

/** Addresses, headers, the order of checks and the envelope of errors. */
export function answersSuite(context: () => SuiteContext): void {
  it.each(['queue', 'auth'])('%s says how it is, to anybody', async (service) => {
    const get = async (route: string) => (await context().raw('GET', `/api/${service}/v1/${route}`)).body
    expect(await get('ping')).toEqual({ alive: true, uptime: expect.any(Number) })
    expect((await context().raw('GET', `/api/${service}/v1/__version__`)).status).toBe(200)
    expect((await context().raw('GET', `/api/${service}/v1/__heartbeat__`)).status).toBe(200)
    expect((await context().raw('GET', `/api/${service}/v1/__lbheartbeat__`)).status).toBe(200)
  })

  it('publishes its references and their schemas', async () => {
    const { rootUrl, raw } = context()
    const manifest = (await raw('GET', '/references/manifest.json')).body
    expect(manifest.references).toContain(`${rootUrl}/references/queue/v1/api.json`)
    const { body: reference } = await raw('GET', '/references/queue/v1/api.json')
    expect(reference).toMatchObject({ serviceName: 'queue', apiVersion: 'v1' })
    const entries = Array.isArray(reference.entries) ? reference.entries : []
    expect(entries).toContainEqual(
      expect.objectContaining({ name: 'createTask', method: 'put', route: '/task/<taskId>', args: ['taskId'] }),
    )
    for (const entry of entries.filter(isJsonObject)) {
      for (const file of [entry.input, entry.output].filter((name) => typeof name === 'string' && name !== 'blob')) {
        const path = `/schemas/queue/${String(file).replace('#', '')}`
        expect((await raw('GET', path)).body.$id).toBe(`${rootUrl}${path}#`)
      }
    }
  })

  it('sends the headers of lib-api', async () => {
    const { raw } = context()
    const { headers } = await raw('GET', taskPath(), { headers: { 'x-taskcluster-trace-id': 'abc' } })
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'cache-control': 'no-store no-cache must-revalidate',
      'access-control-allow-origin': '*',
      'x-for-request-id': expect.any(String),
      'x-for-trace-id': 'abc',
      etag: expect.any(String),
    })
  })

  it.each<[string, string, RawRequest, number, string]>([
    ['PUT', typePath(), { body: '{' }, 400, 'MalformedPayload'],
    ['PUT', typePath(), { body: '1' }, 400, 'MalformedPayload'],
    ['PUT', typePath(), { body: 'null' }, 400, 'MalformedPayload'],
    ['PUT', typePath(), { body: '{}', headers: { 'content-type': 'text/plain' } }, 400, 'MalformedPayload'],
    ['PUT', typePath(), {}, 400, 'MalformedPayload'],
    ['PUT', typePath(), { body: '[]' }, 400, 'InputValidationError'],
    ['PUT', typePath(), { body: '{}', headers: { 'content-type': 'application/json; charset=utf-8' } }, 200, ''],
    ['GET', '/api/queue/v1/ping?x=1', {}, 400, 'InvalidRequestArguments'],
    ['GET', '/api/queue/v1/task/short', {}, 400, 'InvalidRequestArguments'],
    ['GET', '/api/queue/v1/task-queues?limit=x', {}, 400, 'InvalidRequestArguments'],
    ['GET', '/api/queue/v1/task-queues?limits=1', {}, 400, 'InvalidRequestArguments'],
    ['GET', '/api/queue/v1/task-queues?continuationToken=%21', {}, 400, 'InputError'],
    ['GET', '/api/queue/v1/provisioners/a%20b/worker-types', {}, 400, 'InvalidRequestArguments'],
    ['GET', `/api/queue/v1/provisioners/${'p'.repeat(39)}/worker-types`, {}, 400, 'InvalidRequestArguments'],
    ['GET', '/api/queue/v1/task-queues/p%2FW', {}, 400, 'InvalidRequestArguments'],
    ['GET', taskPath(), {}, 404, 'ResourceNotFound'],
    ['GET', `${taskPath()}/`, {}, 404, 'ResourceNotFound'],
    ['GET', '/api/queue/v1/pending/suite-none/a', {}, 200, ''],
    ['GET', '/api/queue/v1/pending/suite-none%2Fa', {}, 200, ''],
    ['GET', '/api/queue/v1/task-queues/suite-none/a/counts', {}, 200, ''],
    ['GET', '/api/queue/v1/task-queues/suite-none%2Fa/counts', {}, 200, ''],
    ['GET', '/api/queue/v1/task-queues/suite-none%2Fa', {}, 404, 'ResourceNotFound'],
    ['GET', '/api/queue/v1/pending/suite-none', {}, 400, 'InvalidRequestArguments'],
  ])('%s %s with %j answers %i %s', async (method, path, request, status, code) => {
    const { raw, admin } = context()
    const answer = await raw(method, path, { as: admin, ...request })
    expect({ status: answer.status, code: answer.body.code ?? '' }).toEqual({ status, code })
    if (status !== 200) expectEnvelope(status, answer.body)
  })

  it.each([
    ['GET', '/api/queue/v1/nothing'],
    ['GET', '/api/queue/v2/ping'],
    ['GET', '/api/Queue/v1/ping'],
    ['GET', '/api/queue/v1/Ping'],
    ['POST', '/api/queue/v1/ping'],
    ['GET', '/api/queue/v1/task-queues/suite-none/a'],
  ])('knows no %s %s', async (method, path) => {
    expect(await context().raw(method, path)).toMatchObject({ status: 404, body: { error: 'Not found' } })
  })

  it('has 401 and 403 before 400 and 404 where the URL says all that the scopes depend on', async () => {
    const { raw } = context()
    expect(await raw('GET', taskPath())).toMatchObject({ status: 403, body: { code: 'InsufficientScopes' } })
    expect(await raw('GET', taskPath('short'))).toMatchObject({ status: 403 })
    expect(await raw('GET', `${taskPath()}?x=1`)).toMatchObject({ status: 403 })
    const foreign = await raw('GET', taskPath(), { headers: { authorization: 'Bearer x' } })
    expect(foreign).toMatchObject({ status: 401, body: { code: 'AuthenticationFailed' } })
    expect(foreign.headers['www-authenticate']).toBe('hawk')
  })

  it('has 400 before 401 and 403 where the body decides about the scopes', async () => {
    const { raw } = context()
    const broken = JSON.stringify(definition('p/a', { retries: -1 }))
    const forged = { authorization: 'Hawk x' }
    expect(await raw('PUT', taskPath(), { body: broken })).toMatchObject({ status: 400 })
    expect(await raw('PUT', taskPath(), { body: broken, headers: forged })).toMatchObject({ status: 400 })
    expect(await raw('PUT', typePath(), { body: '{"stability":1}', headers: forged })).toMatchObject({ status: 400 })
    const whole = JSON.stringify(definition('p/a'))
    expect(await raw('PUT', taskPath(), { body: whole })).toMatchObject({ status: 403 })
    expect(await raw('PUT', taskPath(), { body: whole, headers: forged })).toMatchObject({ status: 401 })
    const late = JSON.stringify(definition('p/a', { created: '2001-01-01T00:00:00Z' }))
    expect(await raw('PUT', taskPath(), { body: late })).toMatchObject({ status: 403 })
  })

  it('takes 9 MB and refuses 11 MB', async () => {
    const { raw, admin } = context()
    const large = (size: number) =>
      raw('PUT', taskPath(), { as: admin, body: JSON.stringify(definition('p/a', { extra: { a: 'x'.repeat(size) } })) })
    expect((await large(9 * 2 ** 20)).status).toBe(200)
    const refused = await large(11 * 2 ** 20)
    expect(refused).toMatchObject({ status: 413, body: { code: 'InputTooLarge' } })
    expectEnvelope(413, refused.body)
  })

  it('lists every violation of a body, and says which schema refused it', async () => {
    const { refusal, queue, rootUrl } = context()
    const body = definition('p/A', { retries: 50, routes: [''], more: 1, payload: undefined })
    const { statusCode, code, message } = await refusal(queue()('createTask', slugId(), body))
    expect({ statusCode, code }).toEqual({ statusCode: 400, code: 'InputValidationError' })
    const lines = message.split('\n')
    expect(lines.slice(0, 4)).toEqual([
      '',
      'Schema Validation Failed!',
      `Rejecting Schema: ${rootUrl}/schemas/queue/v1/create-task-request.json#`,
      'Errors:',
    ])
    for (const place of ['/taskQueueId', '/retries', '/routes/0', '/payload', ''])
      expect(lines).toContainEqual(expect.stringMatching(`^  \\* data${place} must`))
    expect(lines).toContainEqual('  * data/payload must be object')
  })
}
