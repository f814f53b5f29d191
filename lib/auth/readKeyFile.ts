import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { readSecretFile } from './readSecretFile'

/** The name of the file. */
export const keyFile = 'seal-key'

/** Random bytes of a key, and the characters that they take in its file. */
export const keyBytes = 48
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
