import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isErrorWithCode, type SecretFile } from '@/lib/registry/store/secretFiles'

/** The content of a file without space at its ends, or undefined where there is none. */
export function readSecretFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT') || isErrorWithCode(error, 'ENOTDIR')) return undefined
    throw error
  }
}

/** Writes a file of the data directory that its owner alone can read, in place of the one that is there: whole or not at all. */
export function writeSecretFile(dataDir: string, name: SecretFile, content: string): void {
  place(dataDir, name, content, renameSync)
}

/** The same where there is no such file yet; false, and nothing changed, where there is one. */
export function createSecretFile(dataDir: string, name: SecretFile, content: string): boolean {
  try {
    place(dataDir, name, content, linkSync)
    return true
  } catch (error) {
    if (isErrorWithCode(error, 'EEXIST')) return false
    throw error
  }
}

/** A file and its name are on the disk before anything relies on them: a power failure leaves no empty key. */
function place(dataDir: string, name: SecretFile, content: string, move: (from: string, to: string) => void): void {
  const unfinished = join(dataDir, `${name}.${process.pid}`)
  try {
    rmSync(unfinished, { force: true })
    const file = openSync(unfinished, 'wx', 0o600)
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    move(unfinished, join(dataDir, name))
  } finally {
    rmSync(unfinished, { force: true })
  }
  const folder = openSync(dataDir, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
