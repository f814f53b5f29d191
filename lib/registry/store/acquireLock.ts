import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { isErrorWithCode } from './secretFiles'

/**
 * Takes the lock of a data directory: the file `lock` in it, with process number, start of the process and time. The lock
 * of a process that is gone is replaced; a live one gives the problem `data-directory-in-use`, which says who has it.
 *
 * Limits: a process on another machine, or in another container, cannot be seen and counts as gone.
 */
export function acquireLock(dataDir: string, now: Date): Result<Lock> {
  const path = join(dataDir, 'lock')
  const mine: Owner = { pid: process.pid, processStart: processStart(process.pid), since: now.toISOString() }
  const text = `${JSON.stringify(mine)}\n`
  const candidate = `${path}.${process.pid}`
  writeFileSync(candidate, text, { mode: 0o600 })
  try {
    // A link appears at once with its content, and never over an existing file.
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(candidate, path)) return succeed({ release: () => removeIfSame(path, text) })
      const found = readText(path)
      if (found === undefined) continue
      const owner = readOwner(found)
      if (owner !== undefined && isAlive(owner)) return fail([inUse(dataDir, owner)])
      removeIfSame(path, found)
    }
    return fail([inUse(dataDir, undefined)])
  } finally {
    rmSync(candidate, { force: true })
  }
}

/**
 * A mark of when a process began, or undefined where the system has none. With it a process number that was given out
 * a second time is not taken for the first owner. Source: field 22 of /proc/<pid>/stat, in ticks since the boot.
 */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold spaces and brackets itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  processStart: z.string().optional(),
  since: z.string(),
})
type Owner = z.infer<typeof ownerSchema>

/** A held lock. `release` removes the file, if it is still ours. */
export interface Lock {
  release(): void
}

function inUse(dataDir: string, owner: Owner | undefined) {
  const who = owner === undefined ? 'another process' : `process ${owner.pid}, since ${owner.since}`
  return {
    code: 'data-directory-in-use',
    severity: 'error' as const,
    message: `the data directory ${dataDir} is in use by ${who}`,
    path: '',
    help: 'Stop that process, or choose another directory with DATA_DIR, or share a server with DATABASE_URL.',
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isErrorWithCode(error, 'EEXIST')) return false
    throw error
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function readOwner(text: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function isAlive(owner: Owner): boolean {
  const start = processStart(owner.pid)
  if (start !== undefined && owner.processStart !== undefined) return start === owner.processStart
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (error) {
    return isErrorWithCode(error, 'EPERM')
  }
}

/** Moves the file aside before it looks at it, so that a lock that was renewed meanwhile is put back, not lost. */
function removeIfSame(path: string, text: string): void {
  const aside = `${path}.${process.pid}.aside`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT')) return
    throw error
  }
  if (readText(aside) !== text) tryLink(aside, path)
  rmSync(aside, { force: true })
}
