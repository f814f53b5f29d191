import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readClient } from '@/lib/auth/credentials/client'
import { verifyCredentials } from '@/lib/auth/credentials/verifyCredentials'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { type ClientChange, changeClient } from './changeClient'
import { createClient, type NewClient } from './createClient'
import { listClients } from './listClients'

const now = new Date('2026-11-20T10:00:00Z')
const later = new Date('2026-12-20T10:00:00Z')
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
const maker = { who: 'ann', scopes: ['queue:*', 'worker-types:design:proj/*'], random, now }
const ci: NewClient = { clientId: 'project/ci', description: 'CI', scopes: ['queue:a', 'queue:*'], expires: later }

eachStore('clients', (store) => {
  const sealed = () => ({ ...store(), sealKey: 's'.repeat(40) })
  const create = (more: Partial<NewClient> = {}) => createClient(sealed(), { ...ci, ...more }, maker)
  const change = (what: ClientChange, who = maker, id = ci.clientId) => changeClient(sealed(), id, what, who)
  const tokenOf = async (made: ReturnType<typeof create> | ReturnType<typeof change>) => {
    const { ok, ...rest } = await made
    return ok && 'value' in rest ? (rest.value.accessToken ?? '') : ''
  }
  const works = async (accessToken: string) =>
    (await verifyCredentials({ clientId: ci.clientId, accessToken }, (id) => readClient(sealed(), id), now)).ok

  it('get a token that is shown once and is not in the database', async () => {
    const token = await tokenOf(create())
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await works(token)).toBe(true)
    const listed = { clientId: ci.clientId, scopes: ['queue:*'], createdBy: 'ann', disabled: false, expires: later }
    expect(await listClients(sealed())).toMatchObject([listed])
    for (const table of [sql`clients`, sql`audit`]) {
      const rows = await store().database.execute(sql`select * from ${table}`)
      expect(JSON.stringify(rows)).toContain(ci.clientId)
      expect(JSON.stringify(rows)).not.toContain(token)
    }
  })

  it.each<[Partial<NewClient>, string, string]>([
    [{ clientId: 'a b' }, 'client-invalid', 'clientId'],
    [{ clientId: '' }, 'client-invalid', 'clientId'],
    [{ clientId: 'nobody' }, 'client-invalid', 'clientId'],
    [{ clientId: 'NoBody' }, 'client-invalid', 'clientId'],
    [{ scopes: ['ä'] }, 'client-invalid', 'scopes'],
    [{ scopes: ['queue:**'] }, 'client-invalid', 'scopes'],
    [{ description: 'a\0' }, 'client-invalid', 'description'],
    [{ expires: now }, 'client-invalid', 'expires'],
    [{ expires: new Date('nonsense') }, 'client-invalid', 'expires'],
    [{ scopes: ['queue:a', 'auth:create-client:x'] }, 'scopes-missing', 'scopes'],
    [{ scopes: ['*'] }, 'scopes-missing', 'scopes'],
    [{ scopes: ['worker-types:design:*'] }, 'scopes-missing', 'scopes'],
  ])('are not made with %j', async (more, code, path) => {
    expect(await create(more)).toMatchObject({ ok: false, problems: [{ code, path }] })
    expect(await listClients(sealed())).toEqual([])
  })

  it('are made once', async () => {
    const token = await tokenOf(create())
    expect(await create()).toMatchObject({ problems: [{ code: 'client-exists' }] })
    expect(await create({ clientId: 'Project/CI' })).toMatchObject({ problems: [{ code: 'client-exists' }] })
    expect(await works(token)).toBe(true)
  })

  it('are told apart by more than case, also where they come at once', async () => {
    const made = await Promise.all(['ann', 'Ann', 'aNN', 'ANN'].map((clientId) => create({ clientId })))
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listClients(sealed())).toHaveLength(1)
  })

  it('are turned off and on, and get new tokens', async () => {
    const token = await tokenOf(create())
    await change({ disabled: true })
    expect(await works(token)).toBe(false)
    await change({ disabled: false })
    expect(await works(token)).toBe(true)
    const next = await tokenOf(change({ rotate: true }))
    expect(await works(token)).toBe(false)
    expect(await works(next)).toBe(true)
    expect(await change({ expires: now })).toMatchObject({ ok: true })
    expect(await works(next)).toBe(false)
    const actions = (await listAudit(store())).map(({ action }) => action)
    const expected = ['client.expiry-changed', 'client.rotated', 'client.enabled', 'client.disabled', 'client.created']
    expect(actions).toEqual(expected)
    expect(JSON.stringify(await listAudit(store()))).not.toContain(next)
  })

  it('give nobody scopes that they do not have', async () => {
    await create()
    const eve = { ...maker, scopes: ['queue:a'] }
    for (const what of [{ rotate: true as const }, { disabled: false }, { expires: later }]) {
      expect(await change(what, eve)).toMatchObject({ ok: false, problems: [{ code: 'scopes-missing' }] })
    }
    expect(await change({ disabled: true }, eve)).toMatchObject({ ok: true })
  })

  it('get tokens one after another, of which the last is good, however many ask at once', async () => {
    const first = await tokenOf(create())
    const tokens = await Promise.all([0, 1, 2, 3].map(() => tokenOf(change({ rotate: true }))))
    expect(new Set(tokens).size).toBe(4)
    const good = await Promise.all([first, ...tokens].map(works))
    expect(good.filter((works) => works)).toHaveLength(1)
    expect(good[0]).toBe(false)
  })

  it('leave no trace of what is so already', async () => {
    await create()
    const before = (await listAudit(store())).length
    for (const what of [{ disabled: false }, { expires: later }]) expect(await change(what)).toMatchObject({ ok: true })
    expect(await listAudit(store())).toHaveLength(before)
  })

  it('are not changed where there is none, and the first one stays', async () => {
    expect(await change({ disabled: true }, maker, 'nobody')).toMatchObject({ problems: [{ code: 'client-unknown' }] })
    await create({ clientId: 'admin' })
    expect(await change({ disabled: true }, maker, 'admin')).toMatchObject({ problems: [{ code: 'client-kept' }] })
    expect(await change({ expires: new Date('x') })).toMatchObject({ problems: [{ code: 'client-invalid' }] })
  })
})
