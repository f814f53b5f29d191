import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a data directory that are for its owner alone. A server makes them once its database is there. */
export const secretFiles = ['seal-key', 'admin-credentials.json', 'admin-credentials.sh', 'sign-in-token'] as const
export type SecretFile = (typeof secretFiles)[number]

/** The first file that tells that a server has run with this data directory; undefined for a new one. */
export function traceOfUse(dataDir: string): SecretFile | undefined {
  return secretFiles.find((name) => existsSync(join(dataDir, name)))
}
