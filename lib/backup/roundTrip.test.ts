import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeClient } from '@/lib/auth/clients/changeClient'
import { listClients } from '@/lib/auth/clients/listClients'
import { readClient } from '@/lib/auth/credentials/client'
import { verifyCredentials } from '@/lib/auth/credentials/verifyCredentials'
import { ensureAdminClient } from '@/lib/auth/setup/ensureAdminClient'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { createDraft } from '@/lib/registry/drafts'
import { openServer } from '@/lib/registry/store/openServer'
import type { Store } from '@/lib/registry/store/store'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { testStore } from '@/lib/registry/testing/testStore'
import { readVersion, readVersionBundle } from '@/lib/registry/versions/versions'
import { backupTables } from './backupTables'
import { exported, imported } from './testing/backupText'
import { fillStore, now, secrets } from './testing/fillStore'

let source: Store | undefined
let file = ''
const folder = mkdtempSync(join(tmpdir(), 'wtd-backup-'))
const opened: Store[] = []

/** A database of its own on the server. */
async function database(): Promise<Store> {
  const store = await openServer(await postgresDatabase(), migrationsFolder)
  opened.push(store)
  return store
}

async function embedded(): Promise<Store> {
  const store = await testStore()
  opened.push(store)
  return store
}

const firstStart = (store: Store) => {
  const random = () => 'TargetTokenTargetTokenTargetTok1'
  return ensureAdminClient({ ...store, sealKey: 't'.repeat(40) }, { dataDir: folder, rootUrl: 'http://x', random, now })
}

beforeAll(async () => {
  source = await embedded()
  await fillStore(source, folder)
  file = (await exported(source)).text
})
afterAll(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true })
})

it('writes rows of every table, and the same bytes again', async () => {
  if (source === undefined) throw new Error('there is no store')
  const again = await exported(source)
  expect(again.text).toBe(file)
  for (const { name } of backupTables) expect(again.rows[name], name).toBeGreaterThan(0)
  expect(again.clients).toEqual(['project/ci', 'project/old'])
  expect(again.warnings).toMatchObject([{ code: 'backup-row-doubtful', path: 'custom_entries.text' }])
})

it('comes back byte for byte: embedded, PostgreSQL, embedded', async () => {
  const second = await database()
  await firstStart(second)
  expect(await imported(second, file)).toMatchObject({ ok: true, value: { clients: ['project/ci', 'project/old'] } })
  expect((await exported(second)).text).toBe(file)
  expect(await readVersion(second, 'proj/native-1', 2)).toEqual(await readVersion(source ?? second, 'proj/native-1', 2))
  const bundle = await readVersionBundle(second, { taskQueueId: 'proj/native-1', number: 1 }, 'tar.gz')
  expect(bundle).toEqual(Buffer.from([0x1f, 0x8b, 0, 255, 128, 10, 13]))
  const third = await embedded()
  expect(await imported(third, (await exported(second)).text, { piece: 7 })).toMatchObject({ ok: true })
  expect((await exported(third)).text).toBe(file)
  // a start afterwards makes the client admin, and goes on behind the numbers that came
  await firstStart(third)
  expect((await exported(third)).text).toBe(file)
  await createDraft(third, { id: 'new', title: 't', document: '', author: 'ann', now })
  const [newest, ...others] = await listAudit(third, { limit: 10_000 })
  expect(newest).toMatchObject({ action: 'draft.created' })
  expect(newest?.id).toBe(Math.max(...others.map(({ id }) => id)) + 1)
  expect(others.map(({ action }) => action)).toContain('store.imported')
})

it('is refused where something is already, and changes nothing there', async () => {
  const store = await database()
  expect(await imported(store, file)).toMatchObject({ ok: true })
  const before = await exported(store)
  const again = await imported(store, file)
  expect(again).toMatchObject({ ok: false, problems: [{ code: 'store-not-empty' }] })
  expect(await imported(store, file, { dryRun: true })).toMatchObject({ problems: [{ code: 'store-not-empty' }] })
  expect(await exported(store)).toEqual(before)
})

it('is imported once by two who come at the same time', async () => {
  const store = await database()
  const results = await Promise.all([imported(store, file), imported(store, file), imported(store, file)])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await exported(store)).text).toBe(file)
})

it('holds no secret, as it is, encoded or sealed', async () => {
  if (source === undefined) throw new Error('there is no store')
  const rows = await source.database.execute(
    sql`select sealed_access_token as secret from clients union select sealed_credentials from sessions`,
  )
  const found = JSON.stringify(rows)
  const sealed = [...found.matchAll(/v1\.[\w-]+\.[\w-]+\.[\w-]+/g)].map(([text]) => text)
  expect(sealed.length).toBeGreaterThanOrEqual(3)
  for (const secret of [...Object.values(secrets), ...sealed]) {
    const bytes = Buffer.from(secret)
    // encoded as part of something longer, a text begins at any of three places
    const inside = [0, 1, 2].map((skip) => bytes.subarray(skip, skip + 3 * Math.floor((bytes.length - skip) / 3)))
    const forms = [secret, bytes.toString('hex'), ...inside.map((part) => part.toString('base64'))]
    for (const form of [...forms, ...forms.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))]) {
      expect(file.includes(form), form).toBe(false)
    }
  }
})

it.each([
  ['settings: {credentials: {accessToken: {$env: TASKCLUSTER_ACCESS_TOKEN}}}', false],
  ['settings:\n  accessToken:\n    $secret: NAME\n    key: KEY\n', false],
  ['settings: {credentials: {accessToken: aVerySecretText}}', true],
])('warns of what looks like a secret in a draft: %s', async (document, warned) => {
  const store = await database()
  await createDraft(store, { id: 'a', title: 't', document, author: 'ann', now })
  const codes = (await exported(store)).warnings.map(({ code }) => code)
  expect(codes).toEqual(warned ? ['draft-with-secret'] : [])
})

it('brings clients that can do nothing until they get a token', async () => {
  const store = { ...(await database()), sealKey: 't'.repeat(40) }
  await firstStart(store)
  await imported(store, file)
  const find = (id: string) => readClient(store, id)
  const works = async (clientId: string, accessToken: string) =>
    (await verifyCredentials({ clientId, accessToken }, find, now)).ok
  for (const token of ['', 'null', secrets.client]) expect(await works('project/ci', token)).toBe(false)
  expect(await works('admin', 'TargetTokenTargetTokenTargetTok1')).toBe(true)
  const listed = await listClients(store)
  expect(listed.map(({ clientId, hasToken }) => [clientId, hasToken])).toEqual([
    ['admin', true],
    ['project/ci', false],
    ['project/old', false],
  ])
  const maker = { who: 'admin', scopes: ['*'], random: () => 'NewTokenNewTokenNewTokenNewToken', now }
  await changeClient(store, 'project/ci', { rotate: true }, maker)
  expect(await works('project/ci', 'NewTokenNewTokenNewTokenNewToken')).toBe(true)
})

it('is of one moment while others write', async () => {
  const store = await database()
  await imported(store, file)
  let written = 0
  const writing = (async () => {
    for (; written < 60; written++) {
      await createDraft(store, { id: `w${written}`, title: 't', document: '', author: 'ann', now })
    }
  })()
  for (let i = 0; i < 5; i++) {
    const { text } = await exported(store)
    const drafts = [...text.matchAll(/"table":"drafts","row":\{"id":"w/g)].length
    const audited = [...text.matchAll(/"action":"draft.created","entity":"draft:w/g)].length
    expect(audited).toBe(drafts)
    expect(await imported(undefined, text)).toMatchObject({ ok: true })
  }
  await writing
})
