import { randomBytes } from 'node:crypto'
import { createTemporaryCredentials } from 'taskcluster-client'
import { expect, it } from 'vitest'
import { type ClientChange, changeClient } from '@/lib/auth/clients/changeClient'
import { createClient } from '@/lib/auth/clients/createClient'
import type { Credentials } from '@/lib/auth/credentials/credentials'
import { CookieJar } from '@/lib/auth/testing/cookieJar'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { sessions } from '@/lib/registry/tables/serverTables'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { createSession } from './createSession'
import { endSession } from './endSession'
import { readSession } from './readSession'
import { cookieName } from './sessionCookies'

const now = new Date('2026-11-20T10:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const rootUrl = 'https://types.example.com'
const other = 'https://tc.example.com'
const random = (bytes: number) => randomBytes(bytes).toString('base64url')

eachStore('the end of a session', (store) => {
  const start = async () => {
    const sealed = { ...store(), sealKey: 's'.repeat(43) }
    const maker = { who: 'admin', scopes: ['*'], random, now }
    const make = async (clientId: string): Promise<Credentials> => {
      const client = { clientId, description: '', scopes: ['queue:*', 'auth:create-client:*'], expires: hours(1000) }
      const made = await createClient(sealed, client, maker)
      if (!made.ok) throw new Error('no client')
      return { clientId, accessToken: made.value.accessToken }
    }
    const answers: Result<string[]>[] = []
    const elsewhere = { rootUrl: other, currentScopes: async () => answers.shift() ?? succeed(['a']) }
    const place = { store: sealed, random, rootUrl, dataDir: '', elsewhere }
    const signIn = async (credentials: Credentials, at = rootUrl, jar = new CookieJar()) => {
      const made = await createSession(place, jar, { credentials, rootUrl: at }, now)
      if (!made.ok) throw new Error(JSON.stringify(made.problems))
      return jar
    }
    const isIn = async (jar: CookieJar, at = now) => (await readSession(place, jar, at)) !== undefined
    const change = (clientId: string, what: ClientChange) => changeClient(sealed, clientId, what, maker)
    return { place, make, signIn, isIn, change, answers }
  }

  it.each<[string, ClientChange, ClientChange]>([
    ['disabled, and enabled again', { disabled: true }, { disabled: false }],
    ['ended, and extended again', { expires: now }, { expires: hours(1000) }],
  ])('is for good where its client was %s', async (_, off, on) => {
    const { make, signIn, isIn, change } = await start()
    const [ci, bystander] = [await make('ci'), await make('bystander')]
    const guest = createTemporaryCredentials({
      ...{ start: now, expiry: hours(9), scopes: ['queue:*'], credentials: ci, clientId: 'guest' },
    })
    const mine = [await signIn(ci), await signIn(ci), await signIn(guest)]
    // a client of another deployment may have the same name
    const others = [await signIn(bystander), await signIn(ci, other)]
    await change('ci', off)
    await change('ci', on)
    expect(await Promise.all(mine.map((jar) => isIn(jar)))).toEqual([false, false, false])
    expect(await Promise.all(others.map((jar) => isIn(jar)))).toEqual([true, true])
    expect(await isIn(await signIn(ci))).toBe(true)
  })

  it('comes with a new token, and with the day on which its client ends', async () => {
    const { make, signIn, isIn, change } = await start()
    const jar = await signIn(await make('ci'))
    await change('ci', { expires: hours(2) })
    await change('ci', { expires: hours(1000) })
    expect(await isIn(jar, hours(1))).toBe(true)
    expect(await isIn(jar, hours(2))).toBe(false)
    await change('ci', { rotate: true })
    expect(await isIn(jar, hours(1))).toBe(false)
    expect(await store().database.select().from(sessions)).toEqual([])
  })

  it('is for good once its deployment has refused its credentials', async () => {
    const { signIn, isIn, answers } = await start()
    const jar = await signIn({ clientId: 'ann', accessToken: 'x' }, other)
    answers.push(fail([{ code: 'queue-credentials-refused', severity: 'error', message: '', path: '' }]))
    expect(await isIn(jar, hours(1))).toBe(false)
    expect(await isIn(jar, hours(1))).toBe(false)
    const [row] = await listAudit(store(), { entity: 'client:ann at tc.example.com' })
    expect(row).toMatchObject({ action: 'session.ended', detail: { why: 'credentials-refused' } })
  })

  it('comes with the next sign-in of its browser', async () => {
    const { place, make, signIn, isIn } = await start()
    const jar = await signIn(await make('first'))
    const copy = new CookieJar()
    for (const [name, value] of jar.cookies) copy.cookies.set(name, value)
    await signIn(await make('second'), rootUrl, jar)
    expect(await isIn(jar)).toBe(true)
    expect(await isIn(copy)).toBe(false)
    const [row] = await listAudit(store(), { entity: 'client:first' })
    expect(row).toMatchObject({ action: 'session.ended', who: 'first', detail: { why: 'sign-in' } })
    await endSession(place, jar, now)
    expect(await isIn(jar)).toBe(false)
  })

  it('lets nobody sign in under the name of nobody', async () => {
    const { place, make } = await start()
    const credentials = await make('ci')
    const temporary = createTemporaryCredentials({
      ...{ start: now, expiry: hours(9), scopes: ['queue:*'], credentials, clientId: 'Nobody' },
    })
    const refused = await createSession(place, new CookieJar(), { credentials: temporary, rootUrl }, now)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'credentials-refused' }] })
  })
})

it.each([
  ['https://types.example.com', '__Host-wtd-session'],
  ['https://types.example.com:8443', '__Host-wtd-session-8443'],
  ['http://127.0.0.1:3000', 'wtd-session-3000'],
  ['http://127.0.0.1:3001', 'wtd-session-3001'],
  ['http://localhost', 'wtd-session'],
])('at %s the cookie is %s', (at, name) => {
  expect(cookieName(at, 'session')).toBe(name)
})
