import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDraft, listDrafts } from '@/lib/registry/drafts'
import { CountingDisk } from '@/lib/registry/testing/countingDisk'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { databaseTrouble } from './databaseTrouble'
import { openEmbedded } from './openEmbedded'
import type { Room, Store } from './store'

const now = new Date('2026-11-20T10:00:00Z')
const megabyte = 1024 * 1024
const noRoom = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })

let folder = ''
let disk = new CountingDisk()
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wtd-embedded-'))
  disk = new CountingDisk()
  store = await openEmbedded(join(folder, 'database'), databaseFiles, disk)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const create = (id: string, document = 'a') => createDraft(store, { id, title: 't', document, author: 'admin', now })
const ids = async () => (await listDrafts(store)).map(({ id }) => id).sort()

describe('what is acknowledged', () => {
  it('was synced by the disk, each alone, or those that wait together at once', async () => {
    disk.reset()
    for (let i = 0; i < 10; i++) await create(`alone ${i}`)
    expect(disk.syncs.later).toBe(10)
    disk.reset()
    await Promise.all(Array.from({ length: 50 }, (_, i) => create(`together ${i}`)))
    expect(disk.syncs.later).toBeGreaterThan(0)
    expect(disk.syncs.later).toBeLessThan(25)
    disk.reset()
    expect(await ids()).toHaveLength(60)
    expect(disk.syncs).toEqual({ file: 0, later: 0, folder: 0 })
  })

  it('waits for the disk, and so does whoever reads it', async () => {
    let goOn = () => {}
    disk.hold = new Promise((resolve) => {
      goOn = resolve
    })
    const order: string[] = []
    const created = create('slow').then(() => order.push('created'))
    await disk.asked()
    const read = ids().then((found) => order.push(`read ${found}`))
    // in memory all of it has long been done, which a query to the end of the queue shows
    order.push('released')
    goOn()
    await Promise.all([created, read])
    expect(order).toEqual(['released', 'created', 'read slow'])
  })

  it('is in the log, and that on the disk, before anything else of the database is written', async () => {
    let goOn = () => {}
    disk.hold = new Promise((resolve) => {
      goOn = resolve
    })
    const order: string[] = []
    disk.onSync = (path) => order.push(/pg_wal/.test(path) ? 'log synced' : 'synced')
    disk.onWrite = (path) => {
      order.push(/pg_wal/.test(path) ? 'log' : 'other')
      if (order.at(-1) === 'other') goOn()
    }
    const created = create('not yet on the disk')
    await disk.asked()
    // a checkpoint writes what the log speaks of, while the sync of the log is still under way
    order.length = 0
    await Promise.all([created, store.database.execute(sql`checkpoint`)])
    expect(order).toContain('other')
    expect(order.slice(0, order.indexOf('other'))).toContain('log synced')
  })
})

describe('a full disk', () => {
  it('refuses changes, goes on reading, and takes changes again when there is room', async () => {
    const rooms: Room[] = []
    store.disk?.onRoom((room) => rooms.push(room))
    await create('before')
    disk.free = 30 * megabyte
    await create('with little room')
    disk.free = 3 * megabyte
    const refused = await create('without room').catch((error: unknown) => error)
    expect(databaseTrouble(refused)).toMatchObject({ code: 'disk-full', severity: 'error' })
    expect(store.disk?.room()).toBe('none')
    expect(store.disk?.freeBytes()).toBe(3 * megabyte)
    expect(await ids()).toEqual(['before', 'with little room'])
    disk.free = 300 * megabyte
    await create('after')
    expect(await ids()).toEqual(['after', 'before', 'with little room'])
    expect(rooms).toEqual(['little', 'none', 'enough'])
  })

  it('refuses in the middle of a change what would fill it', async () => {
    disk.onWrite = () => {
      disk.free = Math.min(disk.free, 0)
    }
    const refused = await create('large', 'x'.repeat(4 * megabyte)).catch((error: unknown) => error)
    expect(databaseTrouble(refused)).toMatchObject({ code: 'disk-full' })
    disk.onWrite = () => {}
    disk.free = 300 * megabyte
    expect(await ids()).toEqual([])
    await create('after')
    expect(await ids()).toEqual(['after'])
  })

  it('is left in no transaction that PostgreSQL refuses to roll back', async () => {
    // a large answer is put into a file meanwhile
    disk.onWrite = (path) => {
      if (/pgsql_tmp/.test(path)) throw noRoom
    }
    const refused = await create('large', 'x'.repeat(4 * megabyte)).catch((error: unknown) => error)
    expect(databaseTrouble(refused)).toMatchObject({ code: 'disk-full' })
    expect(await ids()).toEqual([])
    await create('after')
    expect(await ids()).toEqual(['after'])
  })

  it('ends the database where the log meets it all the same, and loses nothing', async () => {
    await create('before')
    disk.onWrite = (path) => {
      if (/pg_wal/.test(path)) throw noRoom
    }
    const refused = await create('after').catch((error: unknown) => error)
    expect(databaseTrouble(refused)).toMatchObject({ code: 'database-stopped' })
    expect(await store.disk?.stopped).toBeInstanceOf(Error)
    // nobody asks it any more, and whoever does is answered
    expect(databaseTrouble(await ids().catch((error: unknown) => error))).toMatchObject({ code: 'database-stopped' })
    await store.close()
    disk.onWrite = () => {}
    store = await openEmbedded(join(folder, 'database'), databaseFiles, disk)
    expect(await ids()).toEqual(['before'])
  })
})

it('does nothing more after a sync that has failed', async () => {
  await create('before')
  disk.fault = new Error('EIO: i/o error, fdatasync')
  const refused = await create('lost').catch((error: unknown) => error)
  expect(databaseTrouble(refused)).toMatchObject({ code: 'database-stopped' })
  disk.fault = undefined
  expect(databaseTrouble(await ids().catch((error: unknown) => error))).toMatchObject({ code: 'database-stopped' })
})
