import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { listAudit } from './audit/listAudit'
import { listDrafts } from './drafts'
import { openStore } from './store/openStore'
import { bundleProgram } from './testing/bundleProgram'
import { databaseFiles } from './testing/databaseFiles'

const writer = fileURLToPath(new URL('testing/writeUntilKilled.ts', import.meta.url))

it('has everything that was acknowledged after each SIGKILL, and nothing half', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wtd-durability-'))
  const program = await bundleProgram(writer)
  const acknowledged: string[] = []
  for (const [round, lines] of [7, 61, 180].entries()) {
    acknowledged.push(...(await writeAndKill([program, dataDir, `r${round}`], lines)))
  }
  const opened = await openStore({ dataDir, now: new Date(), ...databaseFiles })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const found = (await listDrafts(opened.value, { limit: 10_000 })).map((draft) => draft.id)
  const audited = (await listAudit(opened.value, { limit: 10_000 })).map((row) => row.entity.slice('draft:'.length))
  await opened.value.close()
  rmSync(dataDir, { recursive: true })
  rmSync(program)
  expect(acknowledged.length).toBeGreaterThan(240)
  expect(found).toEqual(expect.arrayContaining(acknowledged))
  expect(audited.sort()).toEqual(found.sort())
})

/** The ids that a writer acknowledged before it was killed, in the middle of its work, after so many lines. */
async function writeAndKill(args: string[], lines: number): Promise<string[]> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const ids: string[] = []
  for await (const line of createInterface(child.stdout)) {
    ids.push(line)
    if (ids.length === lines) child.kill('SIGKILL')
  }
  await ended
  return ids
}
