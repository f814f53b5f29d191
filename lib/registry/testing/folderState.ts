import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** All that is in a folder: paths with modes, times and hashes. Two that are equal say that nothing was changed in between. */
export function folderState(folder: string): Record<string, string> {
  const state: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    const { mode, mtimeMs } = statSync(path)
    const isFile = statSync(path).isFile()
    const content = isFile ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder'
    // the lock comes and goes in the data directory itself, which is not looked at
    state[name] = [(mode & 0o777).toString(8), mtimeMs, content].join(' ')
  }
  return state
}
