import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { sha256 } from '@/lib/base/sha256'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { usedEntries } from '@/lib/compose/read/pinVersions'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { createDraft } from '@/lib/registry/drafts'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { recordIntent } from '@/lib/registry/versions/recordIntent'
import { recordOutcome } from '@/lib/registry/versions/recordOutcome'
import { addEntry } from './addEntry'
import { deleteEntry } from './deleteEntry'
import { type EntryKey, listEntries, readEntry } from './entries'

const now = new Date('2026-11-20T10:00:00.123Z')
const key: EntryKey = { worker: 'taskcluster-worker', kind: 'plugin', name: 'recordscreen', version: '1.9.0' }
const newer = { ...key, version: '1.10.0' }
const entry = { ...key, text: 'kind: plugin\n# ä "\\u0000"\r\n', author: 'admin', now }
const read = async (documents: string[]) => documents.map(usedEntries)
const admin = { author: 'admin', now, read }

const design = (catalog?: Record<string, string>, plugins: Record<string, JsonValue> = { recordscreen: {} }) =>
  formatDesign(exampleDesign('qemu', plugins, catalog === undefined ? {} : { catalog }))
const pinned = (version: string) => design({ 'plugin recordscreen': version })
const draft = (id: string, document: string) => ({ id, title: `proj/${id}`, document, author: 'admin', now })

eachStore('custom entries', (store) => {
  it('keeps versions as they were given, newest first', async () => {
    for (const version of ['1.2.0', '1.10.0', '1.9.0']) await addEntry(store(), { ...entry, version })
    await addEntry(store(), { ...entry, kind: 'engine', name: 'mine' })
    const { now: createdAt, ...content } = entry
    expect(await readEntry(store(), key)).toEqual({ ...content, createdAt })
    expect((await listEntries(store())).map(({ name, version }) => `${name} ${version}`)).toEqual([
      'mine 1.9.0',
      'recordscreen 1.10.0',
      'recordscreen 1.9.0',
      'recordscreen 1.2.0',
    ])
    expect(await readEntry(store(), { ...key, kind: 'engine' })).toBeUndefined()
  })

  it('never changes a version', async () => {
    await addEntry(store(), entry)
    expect(await addEntry(store(), { ...entry, author: 'eve' })).toMatchObject({ ok: true, value: { author: 'admin' } })
    expect(await addEntry(store(), { ...entry, text: 'other' })).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'entry-version-exists',
          message: 'Version 1.9.0 of plugin recordscreen is there already, with another text.',
        },
      ],
    })
    expect(await listAudit(store())).toHaveLength(1)
    await expect(store().database.execute(sql`update custom_entries set text = 'other'`)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('are never changed') },
    })
  })

  it('takes one of two that come at once', async () => {
    const results = await Promise.all(['a', 'b', 'c'].map((text) => addEntry(store(), { ...entry, text })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listAudit(store())).toHaveLength(1)
  })

  it.each([
    ['a NUL character', 'a\0', 'text-invalid'],
    ['too much text', 'a'.repeat(256 * 1024 + 1), 'text-too-large'],
  ])('refuses %s', async (_, text, code) => {
    expect(await addEntry(store(), { ...entry, text })).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('deletes what nobody uses, and says so in the audit', async () => {
    await addEntry(store(), entry)
    expect(await deleteEntry(store(), key, admin)).toMatchObject({ ok: true, value: true })
    expect(await deleteEntry(store(), key, admin)).toMatchObject({ ok: true, value: false })
    const rows = await listAudit(store(), { entity: 'entry:taskcluster-worker/plugin/recordscreen' })
    const state = { version: '1.9.0', sha256: sha256(entry.text) }
    expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
      ['entry.deleted', { version: '1.9.0', before: state, after: null }],
      ['entry.added', { version: '1.9.0', before: null, after: state }],
    ])
    expect(await addEntry(store(), { ...entry, text: 'other' })).toMatchObject({ ok: true })
  })

  it.each<[string, string, boolean, boolean]>([
    ['a design that pins nothing uses the newest', design(), false, true],
    ['a design uses the version that it pins', pinned('1.9.0'), true, false],
    ['a design that pins a version that is gone uses the newest', pinned('1.0.0'), false, true],
    ['a design without the plugin uses none', design(undefined, {}), false, false],
    ['a design for another worker uses none', design().replace('taskcluster-worker', 'other'), false, false],
    [
      'a design that only speaks of it uses none',
      'worker: a\nengine: {name: b}\ndescription: recordscreen',
      false,
      false,
    ],
    ['a text that is no design uses whatever it mentions', 'plugins: [recordscreen', true, true],
    ['a text that is no design and does not mention it uses none', 'plugins: [', false, false],
  ])('%s', async (_, document, older, newest) => {
    await addEntry(store(), entry)
    await addEntry(store(), { ...entry, ...newer })
    await createDraft(store(), draft('d1', document))
    const refused = { ok: false, problems: [{ code: 'entry-in-use', message: expect.stringContaining('proj/d1') }] }
    // In this order, since without the newest one the older one would be in use.
    expect(await deleteEntry(store(), key, admin)).toMatchObject(older ? refused : { ok: true, value: true })
    expect(await deleteEntry(store(), newer, admin)).toMatchObject(newest ? refused : { ok: true, value: true })
  })

  it('knows of versions that are not in the store', async () => {
    await addEntry(store(), entry)
    await createDraft(store(), draft('d1', design()))
    expect(await deleteEntry(store(), key, admin)).toMatchObject({ ok: false })
    expect(await deleteEntry(store(), key, { ...admin, elsewhere: ['1.10.0'] })).toMatchObject({
      ok: true,
      value: true,
    })
  })

  it('keeps what a worker type is registered with, or about to be', async () => {
    await addEntry(store(), entry)
    const intent = {
      taskQueueId: 'proj/qemu-1',
      designYaml: design(),
      baseSchema: null,
      payloadSchema: {},
      schemaSha256: 'abc',
      description: '',
      expires: now,
      rootUrl: 'http://localhost:3000',
      author: 'admin',
      message: '',
      now,
    }
    const outcome = { state: 'acknowledged', outcome: 'enforced', queueAnswer: null, who: 'admin', now } as const
    const used = {
      problems: [{ message: 'Version 1.9.0 of plugin recordscreen is used by the worker type proj/qemu-1.' }],
    }
    await recordIntent(store(), intent)
    expect(await deleteEntry(store(), key, admin)).toMatchObject(used)
    await recordOutcome(store(), { taskQueueId: intent.taskQueueId, number: 1 }, outcome)
    expect(await deleteEntry(store(), key, admin)).toMatchObject(used)
    await recordIntent(store(), { ...intent, designYaml: design(undefined, {}) })
    await recordOutcome(store(), { taskQueueId: intent.taskQueueId, number: 2 }, outcome)
    expect(await deleteEntry(store(), key, admin)).toMatchObject({ ok: true, value: true })
  })

  it('names a few of many users', async () => {
    await addEntry(store(), entry)
    for (let i = 1; i <= 7; i++) await createDraft(store(), draft(`d${i}`, design()))
    const { problems } = await deleteEntry(store(), key, admin)
    expect(problems[0]?.message).toContain('the draft proj/d5 and 2 more.')
  })
})
