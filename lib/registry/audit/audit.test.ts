import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { type AuditFilter, auditFile, listAudit } from './listAudit'
import { type AuditEntry, recordAudit, withAuditSource } from './recordAudit'

const at = new Date('2026-11-20T10:00:00Z')
const later = new Date('2026-11-21T10:00:00Z')

eachStore('the audit', (store) => {
  const fill = async () => {
    const { database } = store()
    const rows: AuditEntry[] = [
      { entity: 'draft:a', action: 'draft.created', who: 'ann', at, detail: { title: 'a, "b"' } },
      { entity: 'draft:a', action: 'draft.saved', who: 'bob', at, detail: {} },
      { entity: 'task-queue:p_/w', action: 'version.intended', who: 'ann', at: later, detail: {} },
      { entity: 'task-queue:px/w', action: 'version.intended', who: '-eve', at: later, detail: {} },
    ]
    for (const row of rows) await recordAudit(database, row)
  }

  it.each<[AuditFilter, number[]]>([
    [{}, [4, 3, 2, 1]],
    [{ who: 'ann' }, [3, 1]],
    [{ action: 'draft.' }, [2, 1]],
    [{ action: 'draft.saved', who: 'ann' }, []],
    [{ entityPrefix: 'task-queue:p_' }, [3]],
    [{ since: later }, [4, 3]],
    [{ until: later }, [2, 1]],
    [{ entity: 'draft:a', since: at, until: later }, [2, 1]],
  ])('lets through what %j says', async (filter, expected) => {
    await fill()
    const rows = await listAudit(store(), filter)
    const first = Math.min(...(await listAudit(store())).map(({ id }) => id))
    expect(rows.map(({ id }) => id - first + 1)).toEqual(expected)
  })

  it('says from where, and keeps no secrets', async () => {
    const entry = { entity: 'client:a', action: 'client.created', who: 'ann', at, detail: { accessToken: 'abcdefgh' } }
    await withAuditSource({ address: '10.1.2.3', way: 'browser' }, () => recordAudit(store().database, entry))
    await recordAudit(store().database, entry)
    const detail = { accessToken: '[redacted]' }
    expect(await listAudit(store())).toMatchObject([
      { address: null, way: null, detail },
      { address: '10.1.2.3', way: 'browser', detail },
    ])
  })

  it('holds texts with U+0000, which the database refuses', async () => {
    const detail = { 'a\0': ['b\0', { c: '\0' }] }
    await recordAudit(store().database, { entity: 'x:\0', action: 'permission.refused', who: 'a\0', at, detail })
    expect(await listAudit(store())).toMatchObject([
      { entity: 'x:\ufffd', who: 'a\ufffd', detail: { 'a\ufffd': ['b\ufffd', { c: '\ufffd' }] } },
    ])
  })

  it('can only be added to', async () => {
    await fill()
    for (const change of [sql`update audit set who = 'x'`, sql`delete from audit`, sql`truncate audit`]) {
      await expect(store().database.execute(change)).rejects.toThrow()
    }
    expect(await listAudit(store())).toHaveLength(4)
  })

  it('is written into files, and a spreadsheet runs nothing of it', async () => {
    await fill()
    const read = async (format: 'csv' | 'jsonl') => {
      let text = ''
      for await (const part of auditFile(store(), {}, format)) text += part
      return text
    }
    const lines = (await read('jsonl')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject((await listAudit(store())).map(({ id }) => ({ id })))
    const csv = await read('csv')
    expect(csv.split('\r\n')[0]).toBe('id,at,who,action,entity,address,way,detail')
    expect(csv).toContain(",'-eve,")
    expect(csv).toContain('"{""title"":""a, \\""b\\""""}"')
  })
})
