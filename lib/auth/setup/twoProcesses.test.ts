import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readClient } from '@/lib/auth/credentials/client'
import { beginLogin, takeLogin } from '@/lib/auth/login/loginState'
import { createSession } from '@/lib/auth/sessions/createSession'
import { readSession } from '@/lib/auth/sessions/readSession'
import type { SessionPlace } from '@/lib/auth/sessions/session'
import { CookieJar } from '@/lib/auth/testing/cookieJar'
import type { Store } from '@/lib/registry/store/store'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { openServerStore } from './openServerStore'

const now = new Date('2026-11-20T10:00:00Z')
const rootUrl = 'https://types.example.com'
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
const folder = mkdtempSync(join(tmpdir(), 'wtd-two-'))
const stores: Store[] = []
let places: SessionPlace[] = []

// two machines: nothing but the database and SEAL_KEY is the same
beforeAll(async () => {
  const common = { databaseUrl: await postgresDatabase(), sealKey: random(40), rootUrl, random, now, migrationsFolder }
  for (const dataDir of [join(folder, 'one'), join(folder, 'other')]) {
    const opened = await openServerStore({ ...common, dataDir })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    stores.push(opened.value)
  }
  places = stores.map((store, at) => ({ store, random, rootUrl, dataDir: join(folder, at === 0 ? 'one' : 'other') }))
})
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()))
  rmSync(folder, { recursive: true })
})

function place(at: number): SessionPlace {
  const found = places[at]
  if (found === undefined) throw new Error('no such process')
  return found
}

it('a session of one process is one of the other', async () => {
  const admin = await readClient(place(0).store, 'admin')
  const credentials = { clientId: 'admin', accessToken: admin?.accessToken ?? '' }
  const jar = new CookieJar()
  expect((await createSession(place(0), jar, { credentials, rootUrl }, now)).ok).toBe(true)
  expect(await readSession(place(1), jar, now)).toMatchObject({ clientId: 'admin', credentials })
})

it('a login that one process began ends at the other, once', async () => {
  const jar = new CookieJar()
  const state = await beginLogin(place(0), jar, now)
  const copy = new CookieJar()
  for (const [name, value] of jar.cookies) copy.cookies.set(name, value)
  expect(await takeLogin(place(1), jar, state, now)).toBe(true)
  expect(await takeLogin(place(0), copy, state, now)).toBe(false)
})
