import { randomBytes, randomUUID } from 'node:crypto'
import hawk from 'hawk'
import { createTemporaryCredentials } from 'taskcluster-client'
import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { expectEnvelope, type RawRequest, type SuiteClient, type SuiteContext, slugId } from './suiteContext'

const status = () => `/api/queue/v1/task/${slugId()}/status`
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
const minute = 60_000
const day = 24 * 60 * minute

/** Hawk, permanent and temporary credentials, limits that callers put on themselves, and authenticateHawk. */
export function credentialsSuite(context: () => SuiteContext): void {
  const newClient = async (rest: Partial<SuiteClient> = {}) => {
    const client = {
      clientId: `suite/${randomUUID()}`,
      accessToken: randomBytes(24).toString('base64url'),
      scopes: ['*'],
    }
    await context().host.addClient({ ...client, ...rest })
    return client
  }
  /** 404 is the answer to whoever may ask for a task that is not there */
  const ask = async (request: RawRequest, path = status()) => {
    const answer = await context().raw('GET', path, request)
    if (answer.status !== 200) expectEnvelope(answer.status, answer.body)
    return answer
  }
  const refused = (words: string | RegExp) => ({
    status: 401,
    body: { code: 'AuthenticationFailed', message: expect.stringMatching(words) },
  })

  it('takes a signature for 15 minutes either way, also a second time', async () => {
    const { admin, raw } = context()
    expect((await ask({ as: admin })).status).toBe(404)
    expect((await ask({ as: admin, ahead: -14 * 60 })).status).toBe(404)
    expect((await ask({ as: admin, ahead: 14 * 60 })).status).toBe(404)
    expect(await ask({ as: admin, ahead: -16 * 60 })).toMatchObject(refused(/Stale timestamp/))
    expect(await ask({ as: admin, ahead: 16 * 60 })).toMatchObject(refused(/Stale timestamp/))
    const path = status()
    const { header } = hawk.client.header(`${context().rootUrl}${path}`, 'GET', {
      credentials: { id: admin.clientId, key: admin.accessToken, algorithm: 'sha256' },
    })
    for (const _ of 'ab') expect((await raw('GET', path, { headers: { authorization: header } })).status).toBe(404)
    const other = await raw('GET', status(), { headers: { authorization: header } })
    expect(other).toMatchObject(refused(/Bad mac/))
  })

  it('takes the host that was asked for, whatever the rootUrl says', async () => {
    const { admin, rootUrl } = context()
    expect((await ask({ as: admin, host: `localhost:${new URL(rootUrl).port}` })).status).toBe(404)
    expect((await ask({ as: admin, host: 'queue.example' })).status).toBe(404)
  })

  it('knows clients that are wrong, unknown, disabled and expired', async () => {
    const { admin } = context()
    expect(await ask({ as: { ...admin, accessToken: 'x'.repeat(32) } })).toMatchObject(refused(/Bad mac/))
    const unknown = { clientId: 'suite/nobody', accessToken: 'x'.repeat(32) }
    expect(await ask({ as: unknown })).toMatchObject(refused(/^Client with clientId 'suite\/nobody' not found/))
    const disabled = await newClient({ disabled: true })
    expect(await ask({ as: disabled })).toMatchObject(refused(/' is disabled/))
    const expired = await newClient({ expires: new Date(Date.now() - 1) })
    expect(await ask({ as: expired })).toMatchObject(refused(/^Client with clientId: '.*' has expired/))
  })

  it('takes no other scheme, and nobody for nobody', async () => {
    const authorization = (header: string) => ask({ headers: { authorization: header } })
    expect(await authorization('Bearer x')).toMatchObject(refused(/^Unauthorized: Unauthorized/))
    expect(await authorization('Hawk x')).toMatchObject(refused(/^Unauthorized/))
    expect(await ask({})).toMatchObject({ status: 403, body: { code: 'InsufficientScopes' } })
  })

  it('verifies the hash of a body where the signature has one', async () => {
    const { raw, admin } = context()
    const path = `/api/queue/v1/provisioners/suite-${randomBytes(6).toString('hex')}/worker-types/a`
    const body = '{"stability":"stable"}'
    expect((await raw('PUT', path, { as: admin, body, hashOf: body })).status).toBe(200)
    expect(await raw('PUT', path, { as: admin, body, hashOf: '{}' })).toMatchObject(refused(/payload hash/i))
    expect((await raw('PUT', path, { as: admin, body })).status).toBe(200)
  })

  it('takes a bewit, with its restrictions, and not beside a header', async () => {
    const { admin, rootUrl } = context()
    const path = status()
    const bewit = (ext?: string) =>
      hawk.client.getBewit(`${rootUrl}${path}`, {
        credentials: { id: admin.clientId, key: admin.accessToken, algorithm: 'sha256' },
        ttlSec: 600,
        ext,
      })
    expect((await ask({}, `${path}?bewit=${bewit()}`)).status).toBe(404)
    const limited = bewit(base64({ authorizedScopes: ['x'] }))
    expect(await ask({}, `${path}?bewit=${limited}`)).toMatchObject({ status: 403 })
    expect(await ask({ as: admin }, `${path}?bewit=${bewit()}`)).toMatchObject(refused(/^Unauthorized/))
    expect(await ask({}, `${status()}?bewit=${bewit()}`)).toMatchObject(refused(/^Unauthorized/))
  })

  it('replaces the scopes by those that the caller limits itself to', async () => {
    const { auth, admin } = context()
    expect(await auth(['a:*', 'a:b'])('currentScopes')).toEqual({ scopes: ['a:*', 'assume:anonymous'] })
    const client = await newClient({ scopes: ['b:*'] })
    const oversteps = await ask({ as: client, ext: base64({ authorizedScopes: ['c'] }) })
    expect(oversteps).toMatchObject(refused(/"c"[\s\S]*b:\*/))
    expect(await ask({ as: admin, ext: base64({ authorizedScopes: 'c' }) })).toMatchObject(refused(/authorizedScopes/))
    expect(await ask({ as: admin, ext: '???' })).toMatchObject(refused(/^Failed to parse ext/))
    expect(await ask({ as: admin, ext: base64([1]) })).toMatchObject(refused(/^Failed to parse ext/))
  })

  interface Wish {
    start?: number
    expiry?: number
    scopes?: string[]
    name?: (issuer: string) => string
    change?: (certificate: JsonObject) => void
  }
  const temporary = async (wish: Wish = {}) => {
    const issuer = await newClient({ scopes: ['queue:status:*', 'auth:create-client:suite/*'] })
    const made = createTemporaryCredentials({
      start: new Date(Date.now() + (wish.start ?? -minute)),
      expiry: new Date(Date.now() + (wish.expiry ?? day)),
      scopes: wish.scopes ?? ['queue:status:*'],
      credentials: issuer,
      ...(wish.name && { clientId: wish.name(issuer.clientId) }),
    })
    const certificate = JSON.parse(made.certificate)
    wish.change?.(certificate)
    return { as: made, ext: base64({ certificate }) }
  }

  it.each<[string, Wish]>([
    ['unnamed', {}],
    ['named', { name: (issuer) => `${issuer}/one` }],
    ['that begin in 4 minutes', { start: 4 * minute }],
    ['that ended 4 minutes ago', { start: -day, expiry: -4 * minute }],
    ['of 30 days', { expiry: 30 * day }],
  ])('takes temporary credentials %s', async (_, wish) => {
    expect((await ask(await temporary(wish))).status).toBe(404)
  })

  it.each<[string, Wish, RegExp]>([
    ['that begin in 6 minutes', { start: 6 * minute }, /ext\.certificate\.start > now/],
    ['that ended 6 minutes ago', { start: -day, expiry: -6 * minute }, /ext\.certificate\.expiry < now/],
    ['of 32 days', { change: (it) => Object.assign(it, { expiry: Date.now() + 32 * day }) }, /31 days/],
    ['with more than their issuer has', { scopes: ['queue:*'] }, /issuer/],
    ['with a name that their issuer may not give', { name: () => 'elsewhere' }, /auth:create-client:elsewhere/],
    ['with other scopes than signed', { change: (it) => Object.assign(it, { scopes: [] }) }, /signature/],
    ['of another version', { change: (it) => Object.assign(it, { version: 2 }) }, /version/],
    ['with a short seed', { change: (it) => Object.assign(it, { seed: 'x' }) }, /seed/],
    ['with a clientId and no issuer', { change: (it) => Object.assign(it, { clientId: 'x' }) }, /clientId/],
  ])('takes no temporary credentials %s', async (_, wish, words) => {
    expect(await ask(await temporary(wish))).toMatchObject(refused(words))
  })

  it('limits temporary credentials to their scopes', async () => {
    const { as, ext } = await temporary({ scopes: ['queue:status:none'] })
    expect(await ask({ as, ext })).toMatchObject({ status: 403 })
  })

  it('verifies the requests that other services received', async () => {
    const { auth, refusal } = context()
    const client = await newClient({ scopes: ['x'] })
    const url = 'http://other.example:81/x?y=z'
    const credentials = { id: client.clientId, key: client.accessToken, algorithm: 'sha256' } as const
    const { header } = hawk.client.header(url, 'GET', { credentials, payload: '', contentType: '' })
    const request = { method: 'get', resource: '/x?y=z', host: 'other.example', port: 81 }
    const verify = (body: JsonObject) => auth('nobody')('authenticateHawk', body)
    expect(await verify({ ...request, authorization: header, sourceIp: '127.0.0.1' })).toEqual({
      status: 'auth-success',
      scheme: 'hawk',
      clientId: client.clientId,
      scopes: ['assume:anonymous', 'x'],
      expires: expect.any(String),
      hash: expect.any(String),
    })
    const elsewhere = { ...request, port: 82, authorization: header }
    expect(await verify(elsewhere)).toEqual({ status: 'auth-failed', message: expect.any(String) })
    expect(await verify(request)).toMatchObject({ status: 'no-auth', scheme: 'none', scopes: ['assume:anonymous'] })
    for (const wrong of [
      { ...request, method: 'GET' },
      { ...request, more: 1 },
      { ...request, port: 65_536 },
    ])
      expect(await refusal(verify(wrong))).toMatchObject({ statusCode: 400, code: 'InputValidationError' })
  })
}
