import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { bundleProgram } from '@/lib/registry/testing/bundleProgram'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'

/** The worker types that the killed processes register. */
export const killedWorkerTypes = ['killed-1', 'killed-2', 'killed-3']

/** What processes acknowledged before they were killed. */
export interface Acknowledged {
  /** by task id: a mark in the payload */
  tasks: Map<string, string>
  versions: { taskQueueId: string; number: number; schemaSha256: string }[]
}

/**
 * Starts a process on a store again and again (`workUntilKilled`), and kills each in the middle of its work: after a random number of
 * acknowledgements and up to ten random milliseconds. The last is killed when it has resumed what was left. `place` is a data directory or a
 * `postgres:` address.
 */
export async function killRepeatedly(place: string, kills: number): Promise<Acknowledged> {
  const folder = mkdtempSync(join(tmpdir(), 'wtd-kill-'))
  const compositions = join(folder, 'compositions.json')
  writeFileSync(compositions, JSON.stringify(someCompositions()))
  const acknowledged: Acknowledged = { tasks: new Map(), versions: [] }
  const program = await bundleProgram(fileURLToPath(new URL('workUntilKilled.ts', import.meta.url)))
  try {
    for (let round = 1; round <= kills; round++) {
      const lines = round === kills ? 1 : 2 + Math.floor(Math.random() * 12)
      // a busy machine may create many tasks before it has registered anything
      const enough = (said: string[]) =>
        said.length >= lines && (round % 4 !== 1 || said.some((line) => line.startsWith('version ')))
      for (const line of await workAndKill([program, place, compositions, migrationsFolder], enough)) {
        const [what, id = '', ...rest] = line.split(' ')
        if (what === 'task') acknowledged.tasks.set(id, rest[0] ?? '')
        if (what === 'version') {
          acknowledged.versions.push({ taskQueueId: id, number: Number(rest[0]), schemaSha256: rest[1] ?? '' })
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(program, { force: true })
  }
  return acknowledged
}

/** Three different schemas for each worker type. */
function someCompositions() {
  const catalog = loadCatalog()
  const choices: Record<string, JsonValue>[] = [{ env: {} }, { env: {}, success: {} }, { env: {}, artifacts: {} }]
  return killedWorkerTypes.flatMap((workerType) =>
    choices.map((plugins) => composeWorkerType(exampleDesign('native', plugins, { workerType }), catalog)),
  )
}

/** The lines that a process printed until it was killed: when there were enough, and those that came after. Throws where it ends by itself. */
async function workAndKill(args: string[], enough: (said: string[]) => boolean): Promise<string[]> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const errors: Buffer[] = []
  child.stderr.on('data', (part) => errors.push(part))
  const said: string[] = []
  let dying = false
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (dying || !enough(said)) continue
    dying = true
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 10)
  }
  const [, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`a process ended before it was killed: ${Buffer.concat(errors)}`)
  return said
}
