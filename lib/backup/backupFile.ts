import { once } from 'node:events'
import { existsSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { isErrorWithCode } from '@/lib/registry/store/secretFiles'

/** A file that is being written beside its place. */
export interface BackupFile {
  /** resolves when there is room for more; throws `BackupFileFailed` */
  write(text: string): Promise<void>
  /** puts the whole file in its place, on the disk; throws `BackupFileFailed` */
  finish(): Promise<void>
  /** removes what was written so far; nothing after `finish` */
  discard(): Promise<void>
}

/** The file cannot be written. */
export class BackupFileFailed extends Error {
  override readonly name = 'BackupFileFailed'

  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

/**
 * Begins a file that its owner alone can read, compressed where its name ends with `.gz`. It appears at its place when it is whole. Problems:
 * `file-exists` unless it may be replaced, `unwritable-file`.
 */
export async function createBackupFile(path: string, { replace }: { replace: boolean }): Promise<Result<BackupFile>> {
  const partial = `${path}.partial-${process.pid}`
  try {
    const stands = inTheWay(path, replace)
    if (stands !== undefined) return fail([stands])
    rmSync(partial, { force: true })
    const file = await open(partial, 'wx', 0o600)
    return succeed(begin(file, path, partial, replace))
  } catch (error) {
    return fail([unwritable(path, error)])
  }
}

function begin(file: Awaited<ReturnType<typeof open>>, path: string, partial: string, replace: boolean): BackupFile {
  const head = path.endsWith('.gz') ? createGzip() : new PassThrough()
  const written = pipeline(head, file.createWriteStream())
  // it is awaited below; until then a failure waits there
  written.catch(() => {})
  let over = false
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      throw error instanceof BackupFileFailed ? error : new BackupFileFailed(unwritable(path, error))
    }
  }
  return {
    write: (text) =>
      attempt(async () => {
        if (!head.write(text)) await Promise.race([once(head, 'drain'), written])
      }),
    finish: () =>
      attempt(async () => {
        head.end()
        await written
        await sync(partial, 'r+')
        place(partial, path, replace)
        over = true
        await sync(dirname(path), 'r')
      }),
    async discard() {
      if (over) return
      over = true
      head.destroy()
      await written.catch(() => {})
      rmSync(partial, { force: true })
    },
  }
}

/** A link never replaces what somebody else has put there meanwhile; where the disk knows no links, a look has to do. */
function place(partial: string, path: string, replace: boolean): void {
  if (!replace) {
    try {
      linkSync(partial, path)
      rmSync(partial)
      return
    } catch (error) {
      const unknown = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].some((code) => isErrorWithCode(error, code))
      if (!unknown || existsSync(path)) throw new BackupFileFailed(inTheWay(path, false) ?? unwritable(path, error))
    }
  }
  renameSync(partial, path)
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const opened = await open(path, flags)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

function inTheWay(file: string, replace: boolean): Problem | undefined {
  const there = lstatSync(file, { throwIfNoEntry: false })
  if (there === undefined || (replace && there.isFile())) return undefined
  const [message, help] = replace
    ? ['What is there is no ordinary file, and stays.', 'Choose another path.']
    : ['There is such a file already.', 'Choose another path, or replace it with --force.']
  return { code: 'file-exists', severity: 'error', message, path: '', file, help }
}

function unwritable(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const why: Record<string, string> = {
    ENOENT: 'There is no such folder.',
    EACCES: 'Nothing may be written here.',
    ENOSPC: 'There is no room left on the disk.',
  }
  const message = why[code] ?? `The file cannot be written (${code}).`
  return { code: 'unwritable-file', severity: 'error', message, path: '', file, help: 'Choose another path.' }
}
