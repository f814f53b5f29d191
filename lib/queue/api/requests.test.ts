import { gzipSync } from 'node:zlib'
import hawk from 'hawk'
import { expect, it } from 'vitest'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import type { TestRequest } from '@/lib/queue/testing/startQueue'

const path = '/api/queue/v1/provisioners/proj/worker-types/native-1'
const task = '/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ'
const json = { 'content-type': 'application/json' }

eachQueue(
  'requests',
  (queue, store) => {
    it('has exactly three keys in an error, and a message that ends with its facts', async () => {
      const { now } = queue().clock
      const { status, body, headers } = await queue().call('PUT', path, {
        as: 'admin',
        body: { stability: 'x', more: 1 },
      })
      expect(status).toBe(400)
      expect(Object.keys(body)).toEqual(['code', 'message', 'requestInfo'])
      expect(body.requestInfo).toEqual({
        method: 'declareWorkerType',
        params: { provisionerId: 'proj', workerType: 'native-1' },
        payload: { stability: 'x', more: 1 },
        time: now.toJSON(),
      })
      expect(body.message).toBe(
        [
          '\nSchema Validation Failed!',
          `Rejecting Schema: ${queue().url}/schemas/queue/v1/update-workertype-request.json#`,
          'Errors:',
          '  * data must NOT have additional properties ("more")',
          '  * data/stability must be equal to one of the allowed values (["experimental","stable","deprecated"])',
          '\n---\n',
          '* method:     declareWorkerType',
          '* errorCode:  InputValidationError',
          '* statusCode: 400',
          `* time:       ${now.toJSON()}`,
        ].join('\n'),
      )
      expect(headers).toMatchObject({
        'content-type': expect.stringMatching(/^application\/json/),
        'cache-control': 'no-store no-cache must-revalidate',
        'access-control-allow-origin': '*',
        'x-for-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        etag: expect.stringMatching(/^W\/"/),
      })
    })

    const gzip = { ...json, 'content-encoding': 'gzip' }
    it.each<[string, TestRequest, number, string]>([
      ['half an object', { raw: '{', headers: json }, 400, 'MalformedPayload'],
      ['a number', { raw: '1', headers: json }, 400, 'MalformedPayload'],
      ['null', { raw: 'null', headers: json }, 400, 'MalformedPayload'],
      ['a list', { raw: '[]', headers: json }, 400, 'InputValidationError'],
      ['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 400, 'MalformedPayload'],
      ['a charset', { raw: '{}', headers: { 'content-type': 'application/json; charset=utf-8' } }, 200, ''],
      ['nothing', {}, 400, 'MalformedPayload'],
      ['a byte-order mark', { raw: '\ufeff{}', headers: json }, 400, 'MalformedPayload'],
      ['2000 levels', { raw: '['.repeat(2000) + ']'.repeat(2000), headers: json }, 400, 'MalformedPayload'],
      ['gzip', { raw: gzipSync('{"stability":"stable"}'), headers: gzip }, 200, ''],
      ['gzip that is none', { raw: 'no gzip', headers: gzip }, 400, 'MalformedPayload'],
      [
        'an unknown compression',
        { raw: '{}', headers: { ...json, 'content-encoding': 'br' } },
        400,
        'MalformedPayload',
      ],
      ['gzip of more than 10 MB', { raw: gzipSync('x'.repeat(10 * 2 ** 20 + 1)), headers: gzip }, 413, 'InputTooLarge'],
    ])('answers a body of %s', async (_, request, status, code) => {
      const answer = await queue().call('PUT', path, { as: 'admin', ...request })
      expect({ status: answer.status, code: answer.body.code ?? '' }).toEqual({ status, code })
    })

    it.each<[string, number, string]>([
      ['/api/queue/v1/ping?x=1', 400, 'InvalidRequestArguments'],
      ['/api/queue/v1/task/short', 400, 'InvalidRequestArguments'],
      ['/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ%0A', 400, 'InvalidRequestArguments'],
      ['/api/queue/v1/task/%zz', 400, 'InvalidRequestArguments'],
      ['/api/queue/v1/task-queues/proj%2Fnative-1', 404, 'ResourceNotFound'],
      ['/api/queue/v1/task-queues/', 200, ''],
      ['/api/queue/v1/task-queues?limit=1%30', 200, ''],
      ['/api/queue/v1/provisioners/nobody/worker-types', 200, ''],
      [`${path}/`, 404, 'ResourceNotFound'],
    ])('answers GET %s', async (target, status, code) => {
      const answer = await queue().call('GET', target, { as: 'admin' })
      expect({ status: answer.status, code: answer.body.code ?? '' }).toEqual({ status, code })
    })

    it.each([
      ['GET', '/api'],
      ['GET', '/api/queue/v1'],
      ['GET', '/api/queue/v2/ping'],
      ['GET', '/api/Queue/v1/ping'],
      ['POST', '/api/queue/v1/ping'],
      ['DELETE', path],
      ['GET', '/api/queue/v1/task-queues/proj/native-1'],
      ['GET', '/references/other/v1/api.json'],
    ])('knows no %s %s', async (method, target) => {
      expect(await queue().call(method, target)).toMatchObject({ status: 404, body: { error: 'Not found' } })
    })

    it.each(['queue', 'auth'])('tells how %s is, to anybody', async (service) => {
      const get = async (route: string) => (await queue().call('GET', `/api/${service}/v1/${route}`)).body
      expect(await get('ping')).toEqual({ alive: true, uptime: expect.any(Number) })
      expect(await get('__version__')).toEqual({ version: '1.2.3' })
      expect(await get('__heartbeat__')).toEqual({})
      expect(await get('__lbheartbeat__')).toEqual({})
    })

    it('has 401 and 403 before 400 and 404 where the URL says it all', async () => {
      await queue().addClient('some', [])
      const status = async (target: string, request: TestRequest) => (await queue().call('GET', target, request)).status
      expect(await status(`${task}x`, { as: 'some' })).toBe(403)
      expect(await status(`${task}?x=1`, {})).toBe(403)
      expect(await status(task, { headers: { authorization: 'Bearer x' } })).toBe(401)
      expect(await status(task, { as: 'nobody' })).toBe(401)
      expect(await status(task, { as: 'admin' })).toBe(404)
      const refused = await queue().call('GET', task, { headers: { authorization: 'Basic x' } })
      expect(refused.headers['www-authenticate']).toBe('hawk')
      expect(refused.body).toMatchObject({ code: 'AuthenticationFailed' })
    })

    it('says which scopes are missing', async () => {
      await queue().addClient('some', ['queue:get-task:x*'])
      const { body } = await queue().call('GET', task, { as: 'some' })
      expect(body.code).toBe('InsufficientScopes')
      expect(body.message).toMatch(
        /^Client ID some does not have sufficient scopes[\s\S]*"queue:get-task:fN1SbArXTPSVFNUvaOlinQ"/,
      )
    })

    it('refuses more than 10 MB, said or sent, and takes 9 MB', async () => {
      const large = (size: number) =>
        queue().call('PUT', task, { as: 'admin', raw: JSON.stringify({ extra: { a: 'x'.repeat(size) } }) })
      const tooLarge = { status: 413, body: { code: 'InputTooLarge' } }
      expect(await large(11 * 2 ** 20)).toMatchObject(tooLarge)
      expect(await large(9 * 2 ** 20)).toMatchObject({ status: 400, body: { code: 'InputValidationError' } })
    })

    it('verifies the hash of a body where there is one', async () => {
      const raw = '{"stability":"stable"}'
      const send = (signed: string) => {
        const { header } = hawk.client.header(`${queue().url}${path}`, 'PUT', {
          credentials: { id: 'admin', key: 'token-of-admin-xxxxxxxxxxxxxxxx', algorithm: 'sha256' },
          payload: signed,
          contentType: 'application/json',
        })
        return queue().call('PUT', path, { raw, headers: { ...json, authorization: header } })
      }
      expect((await send(raw)).status).toBe(200)
      const refused = await send('{}')
      expect(refused).toMatchObject({ status: 401, body: { code: 'AuthenticationFailed' } })
      expect(String(refused.body.message)).toMatch(/^Invalid payload hash/)
    })

    it('takes the port of a proxy for the one that was signed', async () => {
      const send = (uri: string, headers: Record<string, string>) => {
        const credentials = { id: 'admin', key: 'token-of-admin-xxxxxxxxxxxxxxxx', algorithm: 'sha256' } as const
        const authorization = hawk.client.header(`${uri}${task}`, 'GET', { credentials }).header
        return queue().call('GET', task, { headers: { ...headers, authorization } })
      }
      const host = 'types.example'
      expect((await send('http://types.example', { host })).status).toBe(404)
      expect((await send('https://types.example', { host, 'x-forwarded-proto': 'https' })).status).toBe(404)
      const forwarded = { host, 'x-forwarded-proto': 'https', 'x-forwarded-port': '8443' }
      expect((await send('https://types.example:8443', forwarded)).status).toBe(404)
      expect((await send('https://types.example', { host })).status).toBe(401)
      expect((await send('http://types.example', { host: 'a/b' })).status).toBe(401)
    })

    it('answers browsers of other origins', async () => {
      const answer = await queue().call('OPTIONS', task)
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'access-control-allow-origin': '*', 'access-control-max-age': '900' },
      })
    })

    it('carries the trace of the caller on', async () => {
      const { headers } = await queue().call('GET', '/api/queue/v1/ping', {
        headers: { 'x-taskcluster-trace-id': 'abc' },
      })
      expect(headers['x-for-trace-id']).toBe('abc')
    })

    it('hides a failure of its own, and reports it', async () => {
      await store().database.execute('alter table task_queues rename to away')
      const { status, body } = await queue().call('GET', '/api/queue/v1/task-queues', { as: 'admin' })
      await store().database.execute('alter table away rename to task_queues')
      expect({ status, code: body.code }).toEqual({ status: 500, code: 'InternalServerError' })
      expect(body.message).toMatch(/^Internal Server Error, incidentId [0-9a-f-]{36}\.\n\n---\n/)
      expect(JSON.stringify(body)).not.toContain('away')
      expect(queue().failures.splice(0)).toEqual([
        expect.objectContaining({ message: expect.stringContaining('task_queues') }),
      ])
    })
  },
  'embedded database',
)
