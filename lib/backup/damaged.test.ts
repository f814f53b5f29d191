import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import type { Store } from '@/lib/registry/store/store'
import { testStore } from '@/lib/registry/testing/testStore'
import { exported, imported, resealed } from './testing/backupText'
import { fillStore } from './testing/fillStore'

const folder = mkdtempSync(join(tmpdir(), 'wtd-damaged-'))
let store: Store | undefined
let empty: Store | undefined
let file = ''
let lines: string[] = []

beforeAll(async () => {
  store = await testStore()
  await fillStore(store, folder)
  file = (await exported(store)).text
  lines = file.trimEnd().split('\n')
  empty = await testStore()
})
afterAll(async () => {
  await store?.close()
  await empty?.close()
  rmSync(folder, { recursive: true })
})

type Change = (lines: string[]) => string[]
const edit =
  (table: string, from: string | RegExp, to: string): Change =>
  (all) => {
    const at = all.findIndex((line) => line.startsWith(`{"table":"${table}",`) && line.search(from) !== -1)
    if (at === -1) throw new Error(`no row of ${table} has ${from}`)
    return all.with(at, (all[at] ?? '').replace(from, to))
  }
const without =
  (table: string): Change =>
  (all) =>
    all.filter((line) => !line.startsWith(`{"table":"${table}",`))
const repeat =
  (table: string): Change =>
  (all) => {
    const at = all.findIndex((line) => line.startsWith(`{"table":"${table}",`))
    return all.toSpliced(at, 0, all[at] ?? '')
  }
const swap =
  (table: string): Change =>
  (all) => {
    const at = all.findIndex((line) => line.startsWith(`{"table":"${table}",`))
    return all.with(at, all[at + 1] ?? '').with(at + 1, all[at] ?? '')
  }
const header =
  (more: object): Change =>
  (all) =>
    all.with(0, JSON.stringify({ ...JSON.parse(all[0] ?? ''), ...more }))

describe('a backup that somebody has changed and sealed anew', () => {
  it('is accepted as it was', async () => {
    expect(resealed(lines)).toBe(file)
    expect(await imported(undefined, file)).toMatchObject({ ok: true })
  })

  it.each<[string, Change, string, RegExp]>([
    ['a row twice', repeat('drafts'), 'backup-row-invalid', /this row is there twice \(a\)/],
    ['rows in another order', swap('audit'), 'backup-row-invalid', /not in the order/],
    [
      'tables in another order',
      (all) => all.toSpliced(1, 0, all.at(-2) ?? ''),
      'backup-line-invalid',
      /not expected any/,
    ],
    ['a table that there is not', edit('drafts', 'drafts', 'sessions'), 'backup-line-invalid', /no table "sessions"/],
    ['a column more', edit('drafts', '"title"', '"x":1,"title"'), 'backup-row-invalid', /x/],
    ['a token', edit('clients', '"scopes"', '"accessToken":"abc","scopes"'), 'backup-row-invalid', /accessToken/],
    ['a column less', edit('drafts', /"title":"[^"]*",/, ''), 'backup-row-invalid', /drafts\.title/],
    ['a column twice', edit('drafts', '"title"', '"title":"x","title"'), 'backup-line-invalid', /as an export writes/],
    ['a prototype', edit('drafts', '"title"', '"__proto__":{},"title"'), 'backup-row-invalid', /__proto__/],
    [
      'a member beside the row',
      edit('drafts', '{"table"', '{"constructor":1,"table"'),
      'backup-line-invalid',
      /export/,
    ],
    [
      'another spelling',
      edit('drafts', '"revision":1', '"revision":1.0'),
      'backup-line-invalid',
      /as an export writes/,
    ],
    ['a number for a text', edit('drafts', /"title":"[^"]*"/, '"title":1'), 'backup-row-invalid', /drafts\.title/],
    [
      'a number that is too large',
      edit('drafts', '"revision":1', '"revision":3000000000'),
      'backup-row-invalid',
      /revision/,
    ],
    ['a time that is none', edit('drafts', '2026-11-20T', '2026-02-31T'), 'backup-row-invalid', /point in time/],
    ['a NUL', edit('drafts', 'proj/', '\\u0000'), 'backup-row-invalid', /NUL/],
    ['half a character', edit('drafts', 'proj/', '\\ud800'), 'backup-row-invalid', /halves/],
    ['a state that there is not', edit('versions', 'acknowledged', 'ok'), 'backup-row-invalid', /versions\.state/],
    [
      'a schema that is none',
      edit('versions', /"payloadSchema":\{/, '"payloadSchema":[],"x":{'),
      'backup-row-invalid',
      /./,
    ],
    ['another schema', edit('versions', '"maximum":5', '"maximum":6'), 'backup-row-invalid', /SHA-256/],
    ['a declared schema', edit('task_queue_schemas', '"maximum":5', '"maximum":6'), 'backup-row-invalid', /SHA-256/],
    [
      'a gap in the versions',
      edit('versions', '"number":2', '"number":3'),
      'backup-row-invalid',
      /number 2 was expected/,
    ],
    [
      'a bundle of no version',
      edit('version_bundles', '"number":1', '"number":0'),
      'backup-row-invalid',
      /no version 0/,
    ],
    [
      'a bundle that is none',
      edit('version_bundles', /"content":"H/, '"content":"J'),
      'backup-row-invalid',
      /no tar\.gz/,
    ],
    ['a renewal of no version', edit('renewals', '"number":2', '"number":9'), 'backup-row-invalid', /no version 9/],
    ['settings of nothing', edit('worker_type_settings', 'native-1', 'nothing'), 'backup-row-invalid', /no version of/],
    [
      'queues without schemas',
      without('task_queue_schemas'),
      'backup-row-invalid',
      /schema of proj\/native-1 is not there/,
    ],
    ['tasks without groups', without('task_groups'), 'backup-row-invalid', /no task group/],
    ['dependencies without tasks', without('tasks'), 'backup-row-invalid', /there is no task/],
    [
      'another entry',
      edit('custom_entries', '"version":"1.0.0"', '"version":"1.0.1"'),
      'backup-row-invalid',
      /another entry/,
    ],
    ['the client admin', edit('clients', 'project/ci', 'admin'), 'backup-row-invalid', /makes its own/],
    ['a client that is none', edit('clients', 'project/ci', 'a b'), 'backup-row-invalid', /no client id/],
    ['a made-up first start', edit('audit', '"who":"ann"', '"who":"first start"'), 'backup-row-invalid', /one server/],
    ['an older database', header({ migration: '0007_version_records' }), 'backup-older', /older release.*0007/],
    ['a newer database', header({ migration: '9999_x', release: '9.9' }), 'backup-newer', /newer release, 9\.9/],
    ['a newer format', header({ version: 2, release: '9.9' }), 'backup-newer', /newer release, 9\.9/],
    ['another format', header({ format: 'tar' }), 'backup-not-one', /no backup/],
    ['more in the first line', header({ x: 1 }), 'backup-line-invalid', /first line/],
    [
      'deep nesting',
      edit('audit', '"detail":{', `"detail":{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},`),
      'backup-line-invalid',
      /nests deeper/,
    ],
    [
      'a huge line',
      edit('drafts', '"title"', `"${'x'.repeat(10 * 1024 * 1024)}":1,"title"`),
      'backup-row-invalid',
      /./,
    ],
    [
      'a line beyond all',
      edit('drafts', '"title"', `"${'x'.repeat(65 * 1024 * 1024)}":1,"title"`),
      'backup-line-too-long',
      /64 MB/,
    ],
  ])('is refused: %s', async (_, change, code, words) => {
    const result = await imported(empty, resealed(change(lines)), { piece: 64 * 1024 })
    expect(result.ok).toBe(false)
    expect(result.problems[0]).toMatchObject({ code, line: expect.any(Number) })
    const said = result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n')
    expect(said).toMatch(words)
    expect(said.length).toBeLessThan(1000)
  })

  it.each<[string, Change]>([
    ['a draft of any text', edit('drafts', 'no design', 'still none')],
    ['an entry that is no good any more', edit('custom_entries', 'no longer', 'never')],
    ['a design that cannot be read', edit('versions', '"designYaml":"', '"designYaml":"{')],
    ['nothing at all', (all) => [all[0] ?? '', all.at(-1) ?? '']],
  ])('is accepted, as the app would: %s', async (_, change) => {
    expect(await imported(undefined, resealed(change(lines)))).toMatchObject({ ok: true })
  })
})

describe('a damaged backup', () => {
  it.each<[string, (text: string) => string, string]>([
    ['nothing', () => '', 'backup-cut'],
    ['something else', () => 'hello\n', 'backup-not-one'],
    ['a row less', (text) => text.replace(/\n\{"table":"drafts"[^\n]*/, ''), 'backup-changed'],
    ['no last line', (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`, 'backup-cut'],
    ['something behind it', (text) => `${text}\n`, 'backup-line-invalid'],
    ['twice', (text) => text + text, 'backup-line-invalid'],
    ['another count', (text) => text.replace('"drafts":5', '"drafts":4'), 'backup-changed'],
    ['line feeds of Windows', (text) => text.replaceAll('\n', '\r\n'), 'backup-line-invalid'],
    ['a mark of byte order', (text) => `\ufeff${text}`, 'backup-not-one'],
  ])('is refused: %s', async (_, change, code) => {
    expect(await imported(empty, change(file))).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('is refused wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: Buffer.byteLength(file) - 1 }), async (length) => {
        expect(await imported(undefined, Buffer.from(file).subarray(0, length))).toMatchObject({ ok: false })
      }),
      { numRuns: deepRuns(60, 1 / 4) },
    )
  })

  it('is refused whichever bit was flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(Buffer.byteLength(file) - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(file)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expect(await imported(undefined, bytes)).toMatchObject({ ok: false })
      }),
      { numRuns: deepRuns(100, 1 / 4) },
    )
  })

  it('has left the store as it was', async () => {
    if (empty === undefined) throw new Error('there is no store')
    const { rows } = await exported(empty)
    expect(Object.values(rows).every((number) => number === 0)).toBe(true)
    expect(await imported(empty, file)).toMatchObject({ ok: true })
    expect((await exported(empty)).text).toBe(file)
  })
})
