import hawk from 'hawk'
import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { eachQueue } from './testing/eachQueue'
import type { TestRequest } from './testing/startQueue'

eachQueue(
  'auth',
  (queue) => {
    it('says what the caller may do', async () => {
      await queue().addClient('some', ['b', 'a*', 'ab'])
      const current = async (request: TestRequest) =>
        (await queue().call('GET', '/api/auth/v1/scopes/current', request)).body
      expect(await current({ as: 'some' })).toEqual({ scopes: ['a*', 'b'] })
      expect(await current({})).toEqual({ scopes: ['assume:anonymous'] })
      expect(await current({ as: 'some', ext: { authorizedScopes: ['ab'] } })).toEqual({
        scopes: ['ab', 'assume:anonymous'],
      })
      expect(await current({ as: 'some', ext: { authorizedScopes: ['c'] } })).toMatchObject({
        code: 'AuthenticationFailed',
      })
    })

    it('verifies the requests of others', async () => {
      const { now } = queue().clock
      const ask = (body: JsonObject) => queue().call('POST', '/api/auth/v1/authenticate-hawk', { body })
      const credentials = { id: 'admin', key: 'token-of-admin-xxxxxxxxxxxxxxxx', algorithm: 'sha256' } as const
      const timestamp = Math.floor(now.getTime() / 1000)
      const authorization = hawk.client.header('http://other.example:81/x?y=z', 'GET', {
        credentials,
        timestamp,
      }).header
      const request = { method: 'get', resource: '/x?y=z', host: 'other.example', port: 81 }
      expect((await ask({ ...request, authorization, sourceIp: '127.0.0.1' })).body).toEqual({
        status: 'auth-success',
        scheme: 'hawk',
        clientId: 'admin',
        scopes: ['*'],
        expires: '2999-01-01T00:00:00.000Z',
      })
      const elsewhere = { ...request, host: '127.0.0.1', authorization }
      expect(await ask(elsewhere)).toMatchObject({
        status: 200,
        body: { status: 'auth-failed', message: 'Unauthorized: Bad mac' },
      })
      expect((await ask(request)).body).toMatchObject({
        status: 'no-auth',
        scheme: 'none',
        scopes: ['assume:anonymous'],
      })
      expect(await ask({ ...request, method: 'GET' })).toMatchObject({
        status: 400,
        body: { code: 'InputValidationError' },
      })
      expect(await ask({ ...request, more: 1 })).toMatchObject({ status: 400 })
    })
  },
  'embedded database',
)
