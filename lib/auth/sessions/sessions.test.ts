import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { createTemporaryCredentials } from 'taskcluster-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readClient } from '@/lib/auth/credentials/client'
import { ensureAdminClient } from '@/lib/auth/setup/ensureAdminClient'
import { sealOldTokens } from '@/lib/auth/setup/openServerStore'
import { makeSignInToken } from '@/lib/auth/setup/signInTokenFile'
import { CookieJar } from '@/lib/auth/testing/cookieJar'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { clients } from '@/lib/registry/tables/serverTables'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { createSession } from './createSession'
import { endSession } from './endSession'
import { readSession } from './readSession'

const now = new Date('2026-11-20T10:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000)
const rootUrl = 'https://types.example.com'
const sealKey = 's'.repeat(43)
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wtd-auth-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

eachStore('sessions', (store) => {
  const start = async () => {
    const sealed = { ...store(), sealKey }
    const admin = await ensureAdminClient(sealed, { dataDir, rootUrl, random, now })
    const { token } = makeSignInToken(dataDir, random, now)
    const place = { store: sealed, random, rootUrl, dataDir }
    const credentials = { clientId: 'admin', accessToken: admin.accessToken }
    return { admin, token, place, credentials, jar: new CookieJar() }
  }

  it('has one admin, whose credentials are in files for the owner alone', async () => {
    const { admin, token } = await start()
    expect(admin).toMatchObject({ clientId: 'admin', scopes: ['*'], disabled: false })
    expect(admin.accessToken).toMatch(/^[a-zA-Z0-9_-]{22,66}$/)
    const read = (name: string) => {
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
      return readFileSync(join(dataDir, name), 'utf8')
    }
    expect(JSON.parse(read('admin-credentials.json'))).toEqual({
      TASKCLUSTER_ROOT_URL: rootUrl,
      TASKCLUSTER_CLIENT_ID: 'admin',
      TASKCLUSTER_ACCESS_TOKEN: admin.accessToken,
    })
    expect(read('admin-credentials.sh')).toContain(`export TASKCLUSTER_ACCESS_TOKEN='${admin.accessToken}'\n`)
    expect(read('sign-in-token')).toBe(`${token}\n${now.toISOString()}\n`)
    const rows = await store().database.execute(sql`select * from clients`)
    expect(JSON.stringify(rows)).toContain('client_id')
    expect(JSON.stringify(rows)).not.toContain(admin.accessToken)
    expect((await start()).admin).toEqual(admin)
    const audit = await listAudit(store(), { entity: 'client:admin' })
    expect(audit.map((row) => row.action)).toEqual(['client.created'])
    expect(JSON.stringify(audit)).not.toContain(admin.accessToken)
  })

  it('signs in once with the link that was made last', async () => {
    const first = await start()
    const { token, place, jar } = await start()
    const refused = { ok: false, problems: [{ code: 'sign-in-token-refused' }] }
    expect(await createSession(place, jar, { token: first.token }, now)).toMatchObject(refused)
    const both = await Promise.all([0, 1].map(() => createSession(place, jar, { token }, now)))
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(await createSession(place, jar, { token }, now)).toMatchObject(refused)
    expect(await createSession(place, jar, { token: '' }, now)).toMatchObject(refused)
    const late = await start()
    expect(await createSession(late.place, late.jar, { token: late.token }, days(1))).toMatchObject(refused)
    expect(await readSession(place, jar, now)).toMatchObject({ clientId: 'admin', scopes: ['*'] })
  })

  it('signs in with credentials, for a week after the last use, and shows the browser nothing of them', async () => {
    const { place, credentials, jar } = await start()
    const created = await createSession(place, jar, { credentials, rootUrl }, now)
    expect(created).toMatchObject({ ok: true, value: { clientId: 'admin', expires: days(7), credentials } })
    expect(jar.options).toEqual({ httpOnly: true, sameSite: 'lax', secure: true, path: '/', maxAge: 30 * 24 * 60 * 60 })
    const cookie = [...jar.cookies.values()].join()
    expect(cookie).not.toContain(credentials.accessToken)
    expect(cookie.length).toBeLessThan(1000)
    const rows = await store().database.execute(sql`select * from sessions`)
    expect(JSON.stringify(rows)).not.toContain(credentials.accessToken)
    expect(await readSession(place, jar, days(7))).toBeUndefined()
    expect(await readSession(place, jar, days(6))).toMatchObject({ clientId: 'admin', credentials, expires: days(13) })
    expect(await readSession(place, jar, days(7))).toMatchObject({ expires: days(14) })
    for (const day of [13, 19, 25]) expect(await readSession(place, jar, days(day))).toBeDefined()
    expect(await readSession(place, jar, days(29.9))).toMatchObject({ expires: days(30) })
    expect(await readSession(place, jar, days(30))).toBeUndefined()
  })

  it('keeps temporary credentials, no longer than they last', async () => {
    const { place, credentials, jar } = await start()
    const scopes = Array.from({ length: 200 }, (_, i) => `queue:create-task:lowest:proj/worker-${i}`)
    const temporary = createTemporaryCredentials({
      start: now,
      expiry: days(1),
      scopes,
      credentials,
      clientId: 'guest',
    })
    const created = await createSession(place, jar, { credentials: temporary, rootUrl }, now)
    expect(created).toMatchObject({ ok: true, value: { clientId: 'guest', expires: days(1) } })
    expect((await readSession(place, jar, now))?.scopes).toHaveLength(201)
    expect(await readSession(place, jar, days(1))).toBeUndefined()
  })

  it.each([
    ['an unknown client', { clientId: 'eve', accessToken: 'x' }],
    ['a wrong token', { clientId: 'admin', accessToken: 'x' }],
    ['a certificate that is none', { clientId: 'admin', accessToken: 'x', certificate: '{' }],
    ['strange text', { clientId: 'a\0b', accessToken: '\0' }],
  ])('refuses %s, in one and the same way', async (_, credentials) => {
    const { place, jar } = await start()
    const refused = await createSession(place, jar, { credentials, rootUrl }, now)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'credentials-refused', path: '' }] })
    expect(jar.cookies.size).toBe(0)
    const [row] = await listAudit(store())
    expect(row).toMatchObject({ action: 'session.refused', detail: { why: 'credentials-refused' } })
    expect(row?.who).toBe(credentials.clientId === 'admin' ? 'admin' : 'nobody')
  })

  it.each([
    ['disabled', sql`update clients set disabled = true`],
    ['given another token', sql`update clients set access_token = 'other', sealed_access_token = null`],
    ['over', sql`update clients set expires = '2020-01-01'`],
    ['deleted', sql`delete from clients`],
  ])('ends at once for a client that was %s', async (_, change) => {
    const { place, credentials, jar } = await start()
    await createSession(place, jar, { credentials, rootUrl }, now)
    await store().database.execute(change)
    expect(await readSession(place, jar, now)).toBeUndefined()
  })

  it('ends on the server, for every copy of the cookie', async () => {
    const { place, credentials, jar } = await start()
    await createSession(place, jar, { credentials, rootUrl }, now)
    const copy = new CookieJar()
    for (const [name, value] of jar.cookies) copy.cookies.set(name, value)
    await endSession(place, jar, now)
    expect(jar.options?.maxAge).toBe(0)
    expect(await readSession(place, jar, now)).toBeUndefined()
    expect(await readSession(place, copy, now)).toBeUndefined()
    await endSession(place, jar, now)
    const actions = (await listAudit(store(), { entity: 'client:admin' })).map((row) => row.action)
    expect(actions).toEqual(['session.ended', 'session.created', 'client.created'])
  })

  it('seals the tokens of a server that kept them as they are', async () => {
    await start()
    const plain = { clientId: 'old', accessToken: 'old-token-xxxxxxxxxxxxxxxx', scopes: ['a'] }
    const row = { ...plain, description: '', disabled: false, createdAt: now, expires: days(1) }
    await store().database.insert(clients).values(row)
    await sealOldTokens({ ...store(), sealKey })
    const rows = await store().database.execute(sql`select * from clients where client_id = 'old'`)
    expect(JSON.stringify(rows)).not.toContain(plain.accessToken)
    expect(await readClient({ ...store(), sealKey }, 'old')).toMatchObject(plain)
    await expect(readClient({ ...store(), sealKey: 'x'.repeat(43) }, 'old')).rejects.toThrow(/another key/)
  })

  describe('of another deployment', () => {
    const other = 'https://tc.example.com'
    const credentials = { clientId: 'admin', accessToken: 'x'.repeat(22) }
    const refused = fail([{ code: 'queue-credentials-refused', severity: 'error', message: '', path: '' }])
    const silent = fail([{ code: 'queue-unreachable', severity: 'error', message: '', path: '' }])
    const minutes = (count: number) => days(count / (24 * 60))
    const open = async () => {
      const { place, jar } = await start()
      const answers: Result<string[]>[] = []
      const currentScopes = async () => answers.shift() ?? silent
      return { place: { ...place, elsewhere: { rootUrl: other, currentScopes } }, jar, answers }
    }

    it('carries its host, and asks again now and then', async () => {
      const { place, jar, answers } = await open()
      answers.push(succeed(['a', 'a*']))
      const created = await createSession(place, jar, { credentials, rootUrl: other }, now)
      expect(created).toMatchObject({
        ok: true,
        value: { who: 'admin at tc.example.com', scopes: ['a*'], rootUrl: other },
      })
      expect(await readSession(place, jar, minutes(4))).toMatchObject({ scopes: ['a*'] })
      answers.push(succeed(['b']))
      expect(await readSession(place, jar, minutes(6))).toMatchObject({ scopes: ['b'] })
      expect(await readSession(place, jar, minutes(10))).toMatchObject({ scopes: ['b'] })
      // while the deployment is silent its last word stands, for an hour
      expect(await readSession(place, jar, minutes(60))).toMatchObject({ scopes: ['b'] })
      expect(await readSession(place, jar, minutes(67))).toBeUndefined()
      answers.push(succeed(['c']))
      expect(await readSession(place, jar, minutes(68))).toMatchObject({ scopes: ['c'] })
      answers.push(refused)
      expect(await readSession(place, jar, minutes(74))).toBeUndefined()
    })

    it('is refused where the deployment refuses, is silent, or is not the configured one', async () => {
      const { place, jar, answers } = await open()
      answers.push(refused)
      const codes = []
      for (const rootUrl of [other, other, 'https://evil.example.com']) {
        const { problems } = await createSession(place, jar, { credentials, rootUrl }, now)
        codes.push(problems[0]?.code)
      }
      expect(codes).toEqual(['credentials-refused', 'queue-unreachable', 'deployment-unknown'])
      expect(jar.cookies.size).toBe(0)
    })

    it('ends with its credentials, and when the server signs in elsewhere', async () => {
      const { place, jar, answers } = await open()
      answers.push(succeed(['a']))
      const signIn = { credentials, rootUrl: other, expires: minutes(3) }
      expect(await createSession(place, jar, signIn, now)).toMatchObject({ value: { expires: minutes(3) } })
      expect(await readSession({ ...place, elsewhere: undefined }, jar, minutes(2))).toBeUndefined()
      expect(await readSession(place, jar, minutes(2))).toBeDefined()
      expect(await readSession(place, jar, minutes(3))).toBeUndefined()
    })
  })

  it.each([['forged'], ['Fe26.2*1*a*b*c*d*e*f~2'], ['']])('takes the cookie %j for none', async (value) => {
    const { place, jar } = await start()
    jar.cookies.set('__Host-wtd-session', value)
    expect(await readSession(place, jar, now)).toBeUndefined()
  })
})
