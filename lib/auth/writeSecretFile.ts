import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file that its owner alone can read, whole or not at all. */
export function writeSecretFile(path: string, content: string): void {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, content, { mode: 0o600 })
  renameSync(unfinished, path)
}
