import type { RandomText } from './ensureAdminClient'
import { type KeyFile, keyBytes, readKeyFile } from './readKeyFile'
import { createSecretFile } from './writeSecretFile'

/** Makes a key of this server and its file, where `readKeyFile` found none. Of processes that do so at once, all have the key of the first. */
export function makeKeyFile(dataDir: string, name: KeyFile, random: RandomText): string {
  const key = random(keyBytes)
  if (createSecretFile(dataDir, name, `${key}\n`)) return key
  const other = readKeyFile(dataDir, name)
  if (!other.ok || other.value === undefined) throw new Error(`the file ${name} changed while the server started`)
  return other.value
}
