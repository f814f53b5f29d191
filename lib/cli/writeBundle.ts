import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BundleFile } from '@/lib/bundle/bundleFile'
import { CliExit } from './cliExit'

/** Writes an archive: beside its place first, so that a reader never sees half of it. */
export function writeArchive(path: string, bytes: Uint8Array): void {
  attempt(path, () => {
    const partial = `${path}.partial-${process.pid}`
    try {
      writeFileSync(partial, bytes)
      renameSync(partial, path)
    } finally {
      rmSync(partial, { force: true })
    }
  })
}

/** Writes the files of a bundle into a folder that is new, empty, or holds an earlier bundle; anything else is left alone. */
export function writeFolder(path: string, files: BundleFile[]): void {
  attempt(path, () => {
    if (existsSync(path)) {
      const present = readdirSync(path)
      if (present.length > 0 && !present.includes('manifest.json')) {
        throw refusal(path, 'The folder holds other files, so no bundle is written into it.')
      }
    }
    for (const file of files) {
      const target = join(path, file.path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, file.content)
      chmodSync(target, file.mode)
    }
  })
}

function attempt(path: string, write: () => void): void {
  try {
    write()
  } catch (cause) {
    if (cause instanceof CliExit) throw cause
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw refusal(path, `The bundle cannot be written here${code}.`)
  }
}

function refusal(file: string, message: string): CliExit {
  return new CliExit(2, [
    { code: 'unwritable-file', severity: 'error', message, path: '', file, help: 'Choose another path.' },
  ])
}
