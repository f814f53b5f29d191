import hawk from 'hawk'
import { createTemporaryCredentials } from 'taskcluster-client'
import { describe, expect, it } from 'vitest'
import { authenticateHawk, type SignedRequest } from './authenticateHawk'
import type { Client } from './client'

const now = new Date('2026-11-20T10:00:00Z')
const seconds = now.getTime() / 1000
const token = 'abcdefghijklmnopqrstuvwxyz0123'
const clients: Record<string, Client> = {
  builder: client('builder', { scopes: ['queue:*', 'auth:create-client:builder/*'] }),
  off: client('off', { disabled: true }),
  old: client('old', { expires: now }),
}
const find = async (id: string) => clients[id]

function client(clientId: string, rest: Partial<Client>): Client {
  const expires = new Date('2026-12-20T10:00:00Z')
  return {
    clientId,
    accessToken: token,
    scopes: [],
    description: '',
    expires,
    disabled: false,
    createdAt: now,
    ...rest,
  }
}

interface Signature {
  id?: string
  key?: string
  ext?: unknown
  at?: number
}

function sign(
  { id = 'builder', key = token, ext, at = seconds }: Signature = {},
  change: Partial<SignedRequest> = {},
): SignedRequest {
  const { header } = hawk.client.header('http://types.example:8080/api/x%2Fy?a=b', 'GET', {
    credentials: { id, key, algorithm: 'sha256' },
    timestamp: at,
    ext:
      ext === undefined
        ? undefined
        : typeof ext === 'string'
          ? ext
          : Buffer.from(JSON.stringify(ext)).toString('base64'),
  })
  return {
    method: 'get',
    resource: '/api/x%2Fy?a=b',
    host: 'types.example',
    port: 8080,
    authorization: header,
    ...change,
  }
}

describe('authenticateHawk, permanent clients', () => {
  it('says who it is, what it may do and how long', async () => {
    expect(await authenticateHawk(sign(), find, now)).toEqual({
      status: 'auth-success',
      scheme: 'hawk',
      clientId: 'builder',
      scopes: ['assume:anonymous', 'auth:create-client:builder/*', 'queue:*'],
      expires: clients.builder?.expires,
    })
  })

  it('takes nobody for nobody', async () => {
    const expires = new Date('2026-11-20T10:15:00Z')
    const answer = { status: 'no-auth', scheme: 'none', scopes: ['assume:anonymous'], expires }
    expect(await authenticateHawk(sign({}, { authorization: undefined }), find, now)).toEqual(answer)
  })

  it.each<[string, SignedRequest]>([
    // hawk looks at the clock a little later than we do, so that 900 seconds may have become more
    ['almost 15 minutes ago', sign({ at: seconds - 899 })],
    ['in 15 minutes', sign({ at: seconds + 900 })],
    ['sent a second time', sign()],
  ])('accepts what was signed %s', async (_, request) => {
    expect(await authenticateHawk(request, find, now)).toMatchObject({ status: 'auth-success' })
  })

  it('hands on the hash of the payload', async () => {
    const uri = 'http://types.example:8080/api/x%2Fy?a=b'
    const credentials = { id: 'builder', key: token, algorithm: 'sha256' } as const
    const { header } = hawk.client.header(uri, 'GET', {
      credentials,
      timestamp: seconds,
      payload: '{}',
      contentType: 'application/json',
    })
    const hash = hawk.crypto.calculatePayloadHash('{}', 'sha256', 'application/json')
    expect(await authenticateHawk(sign({}, { authorization: header }), find, now)).toMatchObject({ hash })
  })

  it.each<[string, SignedRequest, string]>([
    ['another method', sign({}, { method: 'put' }), 'Unauthorized: Bad mac'],
    ['another path', sign({}, { resource: '/api/x/y?a=b' }), 'Unauthorized: Bad mac'],
    ['another host', sign({}, { host: '127.0.0.1' }), 'Unauthorized: Bad mac'],
    ['another port', sign({}, { port: 80 }), 'Unauthorized: Bad mac'],
    ['a wrong token', sign({ key: `${token}x` }), 'Unauthorized: Bad mac'],
    ['an old signature', sign({ at: seconds - 901 }), 'Unauthorized: Stale timestamp'],
    ['a signature of the future', sign({ at: seconds + 901 }), 'Unauthorized: Stale timestamp'],
    ['a time that is none', sign({ at: Number.POSITIVE_INFINITY }), 'Unauthorized: Bad timestamp'],
    ['another scheme', sign({}, { authorization: 'Bearer x' }), 'Unauthorized: Unauthorized'],
    ['a header that is none', sign({}, { authorization: 'Hawk ???' }), 'Unauthorized: Bad header format'],
    ['an unknown client', sign({ id: 'eve' }), "Client with clientId 'eve' not found"],
    ['a disabled client', sign({ id: 'off' }), "Client with clientId 'off' is disabled"],
    ['an expired client', sign({ id: 'old' }), "Client with clientId: 'old' has expired"],
    ['an ext that is no JSON', sign({ ext: 'e30'.slice(1) }), 'Failed to parse ext'],
    ['an ext that is no object', sign({ ext: [1] }), 'Failed to parse ext'],
    ['both signatures', sign({}, { resource: '/x?bewit=abc' }), 'Unauthorized: Multiple authentications'],
  ])('refuses %s', async (_, request, message) => {
    expect(await authenticateHawk(request, find, now)).toEqual({ status: 'auth-failed', message })
  })

  it('does not take a failure of the database for a refusal', async () => {
    const gone = () => Promise.reject(new Error('connection lost'))
    await expect(authenticateHawk(sign(), gone, now)).rejects.toThrow('connection lost')
  })
})

describe('authenticateHawk, bewits', () => {
  const uri = 'http://types.example:8080/api/x'
  const credentials = { id: 'builder', key: token, algorithm: 'sha256' } as const
  const bewit = (ext?: string) => hawk.client.getBewit(uri, { credentials, ttlSec: 60, ext })
  const request = (value: string) => ({
    method: 'get',
    resource: `/api/x?bewit=${value}`,
    host: 'types.example',
    port: 8080,
  })

  it('accepts one, with its restrictions', async () => {
    const ext = Buffer.from(JSON.stringify({ authorizedScopes: ['queue:status:a'] })).toString('base64')
    const answer = await authenticateHawk(request(bewit(ext)), find, new Date())
    expect(answer).toMatchObject({ status: 'auth-success', scopes: ['assume:anonymous', 'queue:status:a'] })
  })

  it('refuses one that is too old, and one that is none', async () => {
    const later = new Date(Date.now() + 61_000)
    expect(await authenticateHawk(request(bewit()), find, later)).toMatchObject({
      message: 'Unauthorized: Access expired',
    })
    expect(await authenticateHawk(request('xx'), find, later)).toMatchObject({ status: 'auth-failed' })
    const unknown = hawk.client.getBewit(uri, { credentials: { ...credentials, id: 'eve' }, ttlSec: 60 })
    expect(await authenticateHawk(request(unknown), find, new Date())).toEqual({
      status: 'auth-failed',
      message: "Client with clientId 'eve' not found",
    })
  })
})

describe('authenticateHawk, temporary credentials', () => {
  interface Wish {
    clientId?: string
    scopes?: string[]
    start?: Date
    expiry?: Date
    issuer?: string
    change?: (certificate: Record<string, unknown>) => void
    authorizedScopes?: unknown
  }

  function temporary({ issuer = 'builder', change, authorizedScopes, ...wish }: Wish = {}): SignedRequest {
    const made = createTemporaryCredentials({
      start: now,
      expiry: new Date('2026-11-21T10:00:00Z'),
      scopes: ['queue:status:*'],
      credentials: { clientId: issuer, accessToken: token },
      ...wish,
    })
    const certificate = JSON.parse(made.certificate)
    change?.(certificate)
    return sign({ id: made.clientId, key: made.accessToken, ext: { certificate, authorizedScopes } })
  }
  const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000)
  const minutes = (count: number) => new Date(now.getTime() + count * 60 * 1000)

  it.each<[string, Wish, object]>([
    ['unnamed', {}, { clientId: 'builder', scopes: ['assume:anonymous', 'queue:status:*'], expires: days(1) }],
    ['named', { clientId: 'builder/one' }, { clientId: 'builder/one' }],
    ['without scopes', { scopes: [] }, { scopes: ['assume:anonymous'] }],
    ['that outlive their issuer', { start: days(0), expiry: days(31) }, { expires: clients.builder?.expires }],
    ['that begin in 5 minutes', { start: minutes(5) }, {}],
    ['that ended 5 minutes ago', { start: days(-1), expiry: minutes(-5) }, {}],
    ['limited further', { authorizedScopes: ['queue:status:x'] }, { scopes: ['assume:anonymous', 'queue:status:x'] }],
  ])('accepts those %s', async (_, wish, answer) => {
    expect(await authenticateHawk(temporary(wish), find, now)).toMatchObject({ status: 'auth-success', ...answer })
  })

  it.each<[string, Wish, string | RegExp]>([
    ['with more than their issuer has', { scopes: ['auth:x'] }, /issuer does not satisfy/],
    ['with a name that the issuer may not give', { clientId: 'other' }, /doesn't have `auth:create-client:other`/],
    ['not begun', { start: minutes(6) }, 'ext.certificate.start > now'],
    ['over', { start: days(-1), expiry: minutes(-6) }, 'ext.certificate.expiry < now'],
    ['that last too long', { change: (it) => Object.assign(it, { expiry: days(32).getTime() }) }, /31 days/],
    ['of a disabled issuer', { issuer: 'off' }, "Client with clientId 'off' is disabled"],
    [
      'with other scopes than signed',
      { change: (it) => Object.assign(it, { scopes: ['queue:x'] }) },
      /signature is not valid/,
    ],
    ['with a changed seed', { change: (it) => Object.assign(it, { seed: 'x'.repeat(44) }) }, /signature is not valid/],
    ['of another version', { change: (it) => Object.assign(it, { version: 2 }) }, /^ext\.certificate\.version/],
    ['with a short seed', { change: (it) => Object.assign(it, { seed: 'x' }) }, /^ext\.certificate\.seed/],
    ['with a bad scope', { change: (it) => Object.assign(it, { scopes: ['ä'] }) }, /^ext\.certificate\.scopes\.0/],
    ['named without issuer', { change: (it) => Object.assign(it, { clientId: 'x' }) }, /^ext\.certificate\.clientId/],
    ['that issued themselves', { change: (it) => Object.assign(it, { issuer: 'builder' }) }, /must differ/],
    ['that overstep their scopes', { authorizedScopes: ['*'] }, /oversteps your scopes; .*\["\*"\].*queue:status:\*/],
    ['with scopes that are none', { authorizedScopes: 'x' }, /must be an array/],
  ])('refuses those %s', async (_, wish, message) => {
    const answer = await authenticateHawk(temporary(wish), find, now)
    expect(answer.status).toBe('auth-failed')
    const said = answer.status === 'auth-failed' ? answer.message : ''
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })
})
