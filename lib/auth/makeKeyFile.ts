import type { RandomText } from './ensureAdminClient'
import { keyBytes, keyFile, readKeyFile } from './readKeyFile'
import { createSecretFile } from './writeSecretFile'

/** Makes the key of this server and its file, where `readKeyFile` found none. Of processes that do so at once, all have the key of the first. */
export function makeKeyFile(dataDir: string, random: RandomText): string {
  const key = random(keyBytes)
  if (createSecretFile(dataDir, keyFile, `${key}\n`)) return key
  const other = readKeyFile(dataDir)
  if (!other.ok || other.value === undefined) throw new Error(`the file ${keyFile} changed while the server started`)
  return other.value
}
