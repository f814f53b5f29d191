import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '@/lib/registry/store/openStore'
import { bundleProgram } from '@/lib/registry/testing/bundleProgram'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { testStore } from '@/lib/registry/testing/testStore'
import { exported, imported } from './testing/backupText'
import { fillStore } from './testing/fillStore'

const source = fileURLToPath(new URL('testing/importUntilKilled.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wtd-kill-'))
const path = join(folder, 'backup.ndjson')
let file = ''
let program = ''

beforeAll(async () => {
  program = await bundleProgram(source)
  const store = await testStore()
  await fillStore(store, folder)
  file = (await exported(store)).text
  await store.close()
  writeFileSync(path, file)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(program)
})

it.each(['embedded', 'server'])('leaves a store as it was when an import is killed: %s', async (kind) => {
  const dataDir = join(folder, kind)
  const databaseUrl = kind === 'server' ? await postgresDatabase() : undefined
  const args = [program, path, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('all but the last line\n')
  child.kill('SIGKILL')
  await ended
  const opened = await openStore({ dataDir, databaseUrl, now: new Date(), ...databaseFiles })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const before = await exported(opened.value)
  expect(Object.values(before.rows).every((count) => count === 0)).toBe(true)
  expect(await imported(opened.value, file)).toMatchObject({ ok: true })
  expect((await exported(opened.value)).text).toBe(file)
  await opened.value.close()
})
