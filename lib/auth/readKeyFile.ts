import { join } from 'node:path'
import type { RandomText } from './ensureAdminClient'
import { readSecretFile } from './readSecretFile'
import { writeSecretFile } from './writeSecretFile'

/**
 * A key of this server, from its file in the data directory; made where there is none. `session-key` seals sessions, `seal-key` the access
 * tokens of clients.
 */
export function readKeyFile(dataDir: string, name: 'session-key' | 'seal-key', random: RandomText): string {
  const path = join(dataDir, name)
  const found = readSecretFile(path)
  if (found !== undefined && found.length >= 32) return found
  const key = random(48)
  writeSecretFile(path, `${key}\n`)
  return key
}
