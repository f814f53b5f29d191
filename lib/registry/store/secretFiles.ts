import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a data directory that are for its owner alone. A server makes them once its database is there. */
const secretFiles = ['seal-key', 'admin-credentials.json', 'admin-credentials.sh', 'sign-in-token'] as const
export type SecretFile = (typeof secretFiles)[number]

/** The first file that tells that a server has run with this data directory; undefined for a new one. */
export function traceOfUse(dataDir: string): SecretFile | undefined {
  return secretFiles.find((name) => existsSync(join(dataDir, name)))
}

/** Makes a folder and all that is in it readable by its owner alone, whoever made it. */
export function forOwnerAlone(folder: string): void {
  setMode(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) forOwnerAlone(path)
    else if (entry.isFile()) setMode(path, 0o600)
  }
}

function setMode(path: string, mode: number): void {
  if ((statSync(path).mode & 0o777) !== mode) chmodSync(path, mode)
}

/** True for an error of the system or the database that carries this code, as in `ENOENT` or `23505`; looks into causes. */
export function isErrorWithCode(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === code) return true
  return isErrorWithCode(error.cause, code)
}
