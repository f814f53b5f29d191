import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { RandomText } from './ensureAdminClient'
import { createSecretFile, readSecretFile } from './secretFile'

/** The name of the file. */
const keyFile = 'seal-key'

/** Random bytes of a key, and the characters that they take in its file. */
const keyBytes = 48
const keyLength = (keyBytes / 3) * 4

const help = (path: string) =>
  `Put ${path} back from a copy, or set SEAL_KEY to the key. Without a copy, export the database with wtd export, and import it into a new data directory: clients need new access tokens then.`

/**
 * The key of this server, from its file `seal-key` in the data directory; undefined where there is none. One that was cut short, or filled with zeros by a
 * power failure, is neither used nor replaced.
 *
 * Problems: `key-file-damaged`, `key-file-unreadable`.
 */
export function readKeyFile(dataDir: string): Result<string | undefined> {
  const path = join(dataDir, keyFile)
  const problem = (code: string, message: string): Problem => ({
    ...{ code, severity: 'error', path: '' },
    message: `the key in ${path} ${message}`,
    help: help(path),
  })
  try {
    const key = readSecretFile(path)
    if (key === undefined || (key.length >= keyLength && /^[\x21-\x7e]+$/.test(key))) return succeed(key)
    const found = key.length < keyLength ? `${key.length} characters of at least ${keyLength}` : 'other characters'
    return fail([problem('key-file-damaged', `is damaged: it has ${found}`)])
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail([problem('key-file-unreadable', `cannot be read: ${why}`)])
  }
}

/** Makes the key of this server and its file, where `readKeyFile` found none. Of processes that do so at once, all have the key of the first. */
export function makeKeyFile(dataDir: string, random: RandomText): string {
  const key = random(keyBytes)
  if (createSecretFile(dataDir, keyFile, `${key}\n`)) return key
  const other = readKeyFile(dataDir)
  if (!other.ok || other.value === undefined) throw new Error(`the file ${keyFile} changed while the server started`)
  return other.value
}
