import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The bundle of the thread: beside this code in `dist` or above it, else in `dist` below the working directory. */
export function findThreadFile(): string {
  const here: string | undefined = import.meta.url
  const beside = here?.startsWith('file:') ? dirname(fileURLToPath(here)) : undefined
  const folders = [...(beside === undefined ? [] : [beside, dirname(beside)]), join(process.cwd(), 'dist')]
  const found = folders.map((folder) => join(folder, 'thread.mjs')).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no thread.mjs in ${folders.join(' or ')}: run npm run build:cli`)
  return found
}
