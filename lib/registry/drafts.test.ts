import { expect, it } from 'vitest'
import { listAudit } from './audit/listAudit'
import { createDraft, deleteDraft, listDrafts, readDraft, saveDraft } from './drafts'
import { eachStore } from './testing/eachStore'

const now = new Date('2026-11-20T10:00:00.123Z')
const later = new Date('2026-11-20T11:00:00.456Z')
const start = { id: 'd1', title: 'proj/native-1', document: 'engine: {name: native}\n', author: 'admin', now }

eachStore('drafts', (store) => {
  it('keeps what was typed, and when, to the millisecond', async () => {
    const document = 'ä 𝄞 "\\u0000" \r\n\tno: [yaml'
    await createDraft(store(), { ...start, document })
    expect(await readDraft(store(), 'd1')).toEqual({
      id: 'd1',
      title: 'proj/native-1',
      document,
      author: 'admin',
      revision: 1,
      createdAt: now,
      updatedAt: now,
    })
  })

  it('says undefined where there is no draft', async () => {
    expect(await readDraft(store(), 'nothing')).toBeUndefined()
  })

  it('saves on top of the revision that was read, and counts', async () => {
    await createDraft(store(), start)
    const change = { title: 'proj/native-2', document: 'b', expectedRevision: 1, author: 'eve', now: later }
    const saved = await saveDraft(store(), 'd1', change)
    expect(saved).toMatchObject({ ok: true, value: { outcome: 'saved', draft: { revision: 2, document: 'b' } } })
    expect(await readDraft(store(), 'd1')).toMatchObject({ author: 'eve', createdAt: now, updatedAt: later })
  })

  it('refuses to overwrite what somebody else saved, and shows it', async () => {
    await createDraft(store(), start)
    const change = { title: 't', expectedRevision: 1, author: 'eve', now: later }
    await saveDraft(store(), 'd1', { ...change, document: 'first' })
    const second = await saveDraft(store(), 'd1', { ...change, document: 'second' })
    expect(second).toMatchObject({
      ok: true,
      value: { outcome: 'conflict', draft: { revision: 2, document: 'first' } },
    })
    expect(await readDraft(store(), 'd1')).toMatchObject({ document: 'first' })
  })

  it('lets exactly one of many savers through', async () => {
    await createDraft(store(), start)
    const change = { title: 't', expectedRevision: 1, author: 'eve', now: later }
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) => saveDraft(store(), 'd1', { ...change, document: `${i}` })),
    )
    const outcomes = results.map((result) => (result.ok ? result.value.outcome : 'failed'))
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(7)
  })

  it('has a problem for a draft that is gone', async () => {
    const change = { title: 't', document: '', expectedRevision: 1, author: 'eve', now }
    expect(await saveDraft(store(), 'd1', change)).toMatchObject({ ok: false, problems: [{ code: 'draft-not-found' }] })
    expect(await deleteDraft(store(), 'd1', { author: 'eve', now })).toBe(false)
  })

  it('keeps documents up to 5 MB and no NUL', async () => {
    const limit = 5 * 1024 * 1024
    expect(await createDraft(store(), { ...start, document: 'a'.repeat(limit) })).toMatchObject({ ok: true })
    const refused = { ok: false, problems: [{ code: 'text-too-large', path: 'document' }] }
    expect(await createDraft(store(), { ...start, id: 'd2', document: 'ä'.repeat(limit / 2 + 1) })).toMatchObject(
      refused,
    )
    const nul = await createDraft(store(), { ...start, id: 'd3', document: 'a\0b' })
    expect(nul).toMatchObject({ ok: false, problems: [{ code: 'text-invalid', path: 'document' }] })
    expect(await listDrafts(store())).toHaveLength(1)
  })

  it('lists without documents, last changed first', async () => {
    await createDraft(store(), start)
    await createDraft(store(), { ...start, id: 'd2', now: later })
    const list = await listDrafts(store())
    expect(list.map((draft) => draft.id)).toEqual(['d2', 'd1'])
    expect(list[0]).not.toHaveProperty('document')
  })

  it('writes the audit with the change, newest first', async () => {
    await createDraft(store(), start)
    await saveDraft(store(), 'd1', { title: 't', document: 'b', expectedRevision: 1, author: 'eve', now: later })
    await saveDraft(store(), 'd1', { title: 't', document: 'c', expectedRevision: 1, author: 'bob', now: later })
    await deleteDraft(store(), 'd1', { author: 'eve', now: later })
    const rows = await listAudit(store(), { entity: 'draft:d1' })
    expect(rows.map(({ action, who }) => `${action} ${who}`)).toEqual([
      'draft.deleted eve',
      'draft.saved eve',
      'draft.created admin',
    ])
    expect(await listAudit(store(), { before: rows[1]?.id ?? 0, limit: 1 })).toMatchObject([
      { action: 'draft.created' },
    ])
    expect(await listDrafts(store())).toEqual([])
  })
})
