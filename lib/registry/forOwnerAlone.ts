import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

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
