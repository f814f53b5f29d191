import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { createTemporaryCredentials } from 'taskcluster-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listAudit } from '../registry/listAudit'
import { eachStore } from '../registry/testing/eachStore'
import { createSession } from './createSession'
import { createSignInToken } from './createSignInToken'
import { endSession } from './endSession'
import { ensureAdminClient } from './ensureAdminClient'
import { readSession } from './readSession'
import { readSessionKey } from './readSessionKey'
import type { CookieOptions } from './sessionCookies'

const now = new Date('2026-11-20T10:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000)
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wtd-auth-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

class Jar {
  readonly cookies = new Map<string, string>()
  options: CookieOptions | undefined
  get(name: string) {
    const value = this.cookies.get(name)
    return value === undefined ? undefined : { value }
  }
  set(name: string, value: string, options: CookieOptions) {
    this.cookies.set(name, value)
    this.options = options
  }
}

eachStore('sessions', (store) => {
  const start = async () => {
    const admin = await ensureAdminClient(store(), { dataDir, rootUrl: 'http://localhost:3000', random, now })
    const token = await createSignInToken(store(), { dataDir, random, now })
    const place = { store: store(), key: readSessionKey(dataDir, random), secure: true, random }
    const credentials = { clientId: 'admin', accessToken: admin.accessToken }
    return { admin, token, place, credentials, jar: new Jar() }
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
      TASKCLUSTER_ROOT_URL: 'http://localhost:3000',
      TASKCLUSTER_CLIENT_ID: 'admin',
      TASKCLUSTER_ACCESS_TOKEN: admin.accessToken,
    })
    expect(read('admin-credentials.sh')).toContain(`export TASKCLUSTER_ACCESS_TOKEN='${admin.accessToken}'\n`)
    expect(read('sign-in-token')).toBe(`${token}\n`)
    read('session-key')
    expect((await start()).admin).toEqual(admin)
    const audit = await listAudit(store(), { entity: 'client:admin' })
    expect(audit.map((row) => row.action)).toEqual(['client.created'])
    expect(JSON.stringify(audit)).not.toContain(admin.accessToken)
  })

  it('signs in once with the link of the last start', async () => {
    const first = await start()
    const { token, place, jar } = await start()
    const refused = { ok: false, problems: [{ code: 'sign-in-token-refused' }] }
    expect(await createSession(place, jar, { token: first.token }, now)).toMatchObject(refused)
    const both = await Promise.all([0, 1].map(() => createSession(place, jar, { token }, now)))
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(await createSession(place, jar, { token }, now)).toMatchObject(refused)
    expect(await createSession(place, jar, { token: '' }, now)).toMatchObject(refused)
    expect(await readSession(place, jar, now)).toMatchObject({ clientId: 'admin', scopes: ['*'] })
  })

  it('signs in with credentials, for a week, and shows the browser nothing of them', async () => {
    const { place, credentials, jar } = await start()
    const created = await createSession(place, jar, { credentials }, now)
    expect(created).toMatchObject({ ok: true, value: { clientId: 'admin', expires: days(7), credentials } })
    expect(jar.options).toEqual({ httpOnly: true, sameSite: 'lax', secure: true, path: '/', maxAge: 7 * 24 * 60 * 60 })
    const cookie = [...jar.cookies.values()].join()
    expect(cookie).not.toContain(credentials.accessToken)
    expect(cookie.length).toBeLessThan(1000)
    const rows = await store().database.execute(sql`select * from sessions`)
    expect(JSON.stringify(rows)).not.toContain(credentials.accessToken)
    expect(await readSession(place, jar, days(6))).toMatchObject({ clientId: 'admin', credentials })
    expect(await readSession(place, jar, days(7))).toBeUndefined()
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
    const created = await createSession(place, jar, { credentials: temporary }, now)
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
    const refused = await createSession(place, jar, { credentials }, now)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'credentials-refused', path: '' }] })
    expect(jar.cookies.size).toBe(0)
  })

  it.each([
    ['disabled', sql`update clients set disabled = true`],
    ['given another token', sql`update clients set access_token = 'other'`],
    ['deleted', sql`delete from clients`],
  ])('ends at once for a client that was %s', async (_, change) => {
    const { place, credentials, jar } = await start()
    await createSession(place, jar, { credentials }, now)
    await store().database.execute(change)
    expect(await readSession(place, jar, now)).toBeUndefined()
  })

  it('ends on the server, for every copy of the cookie', async () => {
    const { place, credentials, jar } = await start()
    await createSession(place, jar, { credentials }, now)
    const copy = new Jar()
    for (const [name, value] of jar.cookies) copy.cookies.set(name, value)
    await endSession(place, jar, now)
    expect(jar.options?.maxAge).toBe(0)
    expect(await readSession(place, jar, now)).toBeUndefined()
    expect(await readSession(place, copy, now)).toBeUndefined()
    await endSession(place, jar, now)
    const actions = (await listAudit(store(), { entity: 'client:admin' })).map((row) => row.action)
    expect(actions).toEqual(['session.ended', 'session.created', 'client.created'])
  })

  it.each([['forged'], ['Fe26.2*1*a*b*c*d*e*f~2'], ['']])('takes the cookie %j for none', async (value) => {
    const { place, jar } = await start()
    jar.cookies.set('wtd-session', value)
    expect(await readSession(place, jar, now)).toBeUndefined()
  })
})
