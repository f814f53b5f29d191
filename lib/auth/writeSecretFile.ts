import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isErrorWithCode } from '@/lib/registry/isErrorWithCode'
import type { SecretFile } from '@/lib/registry/secretFiles'

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
