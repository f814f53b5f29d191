import { join } from 'node:path'
import type { RandomText } from './ensureAdminClient'
import { readSecretFile } from './readSecretFile'
import { writeSecretFile } from './writeSecretFile'

/** The key that seals sessions, from `session-key` in the data directory; made where there is none. */
export function readSessionKey(dataDir: string, random: RandomText): string {
  const path = join(dataDir, 'session-key')
  const found = readSecretFile(path)
  if (found !== undefined && found.length >= 32) return found
  const key = random(48)
  writeSecretFile(path, `${key}\n`)
  return key
}
