import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { fillStore } from '@/lib/backup/testing/fillStore'
import { openStore } from '@/lib/registry/store/openStore'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { folderState } from '@/lib/registry/testing/folderState'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-backup-'))
const at = (name: string) => join(folder, name)
const data = at('data')
let databaseUrl = ''

const open = async (dataDir: string) => {
  const opened = await openStore({ dataDir, now: new Date(), ...databaseFiles })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

beforeAll(async () => {
  databaseUrl = await postgresDatabase()
  const store = await open(data)
  await fillStore(store, data)
  await store.close()
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true }))

const wtd = (place: { DATA_DIR?: string; DATABASE_URL?: string }, ...args: string[]) => {
  for (const name of ['DATA_DIR', 'DATABASE_URL'] as const) vi.stubEnv(name, place[name] ?? '')
  return runWtd(...args)
}
const embedded = { DATA_DIR: data }
const onServer = () => ({ DATA_DIR: at('nothing'), DATABASE_URL: databaseUrl })

describe('wtd export and import-all', () => {
  it('move everything to a server and back, compressed or not', async () => {
    const out = await wtd(embedded, 'export', at('a.ndjson'))
    expect(out).toMatchObject({ status: 0 })
    expect(out.stdout).toMatch(/a\.ndjson: \d+ rows of 17 tables, SHA-256 [0-9a-f]{64}\.\nNot in it: /)
    expect(out.stdout).toContain('2 clients need a new access token (project/ci, project/old).')
    expect(out.stderr).toMatch(/warning: custom_entries\.text: .* is not accepted any more/)
    expect(statSync(at('a.ndjson')).mode & 0o777).toBe(0o600)
    const tried = await wtd(onServer(), 'import-all', at('a.ndjson'), '--dry-run')
    expect(tried).toMatchObject({ status: 0, stdout: expect.stringContaining('in order; nothing was changed') })
    expect(existsSync(at('nothing'))).toBe(false)
    const into = await wtd(onServer(), 'import-all', at('a.ndjson'), '--format', 'json')
    expect(into.status).toBe(0)
    expect(JSON.parse(into.stdout)).toMatchObject({
      imported: true,
      clientsWithoutToken: ['project/ci', 'project/old'],
    })
    expect(await wtd(onServer(), 'export', at('b.ndjson.gz'))).toMatchObject({ status: 0 })
    const text = readFileSync(at('a.ndjson'), 'utf8')
    expect(gunzipSync(readFileSync(at('b.ndjson.gz'))).toString()).toBe(text)
    expect(await wtd({ DATA_DIR: at('back') }, 'import-all', at('b.ndjson.gz'))).toMatchObject({ status: 0 })
    const back = await wtd({ DATA_DIR: at('back') }, 'export', '-')
    expect(back).toMatchObject({ status: 0, stdout: text, stderr: expect.stringContaining('-: ') })
    const again = await wtd(onServer(), 'import-all', at('a.ndjson'))
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('The database is not empty') })
  })

  it('read standard input, and write the same bytes to standard output', () => {
    const program = join(import.meta.dirname, '../../bin/wtd')
    const run = (place: string, args: string[], input?: string | Buffer) =>
      spawnSync(program, args, { cwd: folder, input, env: { ...process.env, DATA_DIR: place, DATABASE_URL: '' } })
    const out = run(data, ['export', '-'])
    expect(out).toMatchObject({ status: 0 })
    const packed = gzipSync(out.stdout)
    const into = run(at('piped'), ['import-all', '-'], packed)
    expect({ status: into.status, stdout: String(into.stdout) }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('standard input: '),
    })
    const cut = run(at('cut'), ['import-all', '-', '--dry-run'], packed.subarray(0, -20))
    expect({ status: cut.status, stderr: String(cut.stderr) }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('standard input: The compressed file is cut or damaged.'),
    })
  })

  it('leave files alone that are there', async () => {
    writeFileSync(at('mine'), 'mine')
    const refused = await wtd(embedded, 'export', at('mine'))
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('There is such a file already.') })
    expect(readFileSync(at('mine'), 'utf8')).toBe('mine')
    expect(await wtd(embedded, 'export', at('mine'), '--force')).toMatchObject({ status: 0 })
    expect(readFileSync(at('mine'), 'utf8')).toContain('worker-type-designer-backup')
    symlinkSync(at('mine'), at('link'))
    const odd = await wtd(embedded, 'export', at('link'), '--force')
    expect(odd).toMatchObject({ status: 2, stderr: expect.stringContaining('no ordinary file') })
  })

  it.each<[string, () => string, RegExp]>([
    ['a folder that there is not', () => at('no/file'), /There is no such folder/],
    ['a folder', () => folder, /There is such a file already/],
    ['a full disk', () => '/dev/full', /There is such a file already/],
  ])('say why a file cannot be written: %s', async (_, path, words) => {
    const { status, stderr, stdout } = await wtd(embedded, 'export', path())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(words)
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('answer in a sentence where there is nothing, or somebody has it', async () => {
    const nothing = await wtd({ DATA_DIR: at('none') }, 'export', at('none.ndjson'))
    expect(nothing).toMatchObject({ status: 2, stderr: expect.stringMatching(/^There is no database in .*none\. Say/) })
    expect([existsSync(at('none')), existsSync(at('none.ndjson'))]).toEqual([false, false])
    const store = await open(data)
    for (const args of [
      ['export', at('x')],
      ['import-all', at('mine')],
    ]) {
      const busy = await wtd(embedded, ...args)
      expect(busy).toMatchObject({ status: 2, stdout: '' })
      expect(busy.stderr).toMatch(/is in use by process \d+, since .* Stop the server, run this again/)
    }
    await store.close()
    expect(existsSync(at('x'))).toBe(false)
    const url = 'postgres://me:geheim@127.0.0.1:1/none'
    const silent = await wtd({ DATABASE_URL: url }, 'export', at('x'))
    expect(silent).toMatchObject({ status: 2, stderr: expect.stringContaining('Check DATABASE_URL.') })
    expect(silent.stderr).not.toContain('geheim')
  })

  it.each<[string, () => string | Buffer, 1 | 2, RegExp]>([
    ['none', () => '', 1, /damaged: The file ends before the backup does/],
    ['no backup', () => '{"a": 1}\n', 1, /damaged:1: This is no backup of this product/],
    [
      'a cut one',
      () => readFileSync(at('mine')).subarray(0, 3000),
      1,
      /damaged:\d+: The file ends in the middle of a line/,
    ],
    ['noise', () => Buffer.from([0x1f, 0x8b, 1, 2, 3, 4]), 1, /damaged: The compressed file is cut or damaged/],
  ])('refuse with file and line: %s', async (_, content, status, words) => {
    writeFileSync(at('damaged'), content())
    const result = await wtd({ DATA_DIR: at('never') }, 'import-all', at('damaged'), '--dry-run')
    expect(result).toMatchObject({ status, stdout: '' })
    expect(result.stderr).toMatch(words)
    expect(existsSync(at('never'))).toBe(false)
  })

  it('leave a database alone that is not whole, and make none beside keys', async () => {
    const hollow = at('hollow')
    cpSync(data, hollow, { recursive: true })
    rmSync(join(hollow, 'database', 'PG_VERSION'))
    for (const [words, spoil] of [
      [/The folder \S+hollow\/database is not empty, and is no whole database/, () => {}],
      [/The database in \S+ is gone: .* wtd import-all/, () => rmSync(join(hollow, 'database'), { recursive: true })],
    ] as const) {
      spoil()
      const before = folderState(hollow)
      for (const args of [
        ['export', at('hollow.ndjson')],
        ['import-all', at('a.ndjson')],
      ]) {
        expect(await wtd({ DATA_DIR: hollow }, ...args)).toMatchObject({
          status: 2,
          stderr: expect.stringMatching(words),
        })
      }
      expect(folderState(hollow)).toEqual(before)
    }
    expect(existsSync(at('hollow.ndjson'))).toBe(false)
  })

  it('say that a file is not there', async () => {
    const result = await wtd({ DATA_DIR: at('never') }, 'import-all', at('nowhere'), '--dry-run')
    expect(result).toMatchObject({ status: 2, stderr: expect.stringMatching(/nowhere: There is no such file\.\n$/) })
  })
})
