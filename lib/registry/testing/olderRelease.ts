import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsFolder } from './migrationsFolder'

/** The generated SQL as a release before this one had it: all migrations but the last, in a folder of the test. */
export function olderRelease(folder: string): string {
  const older = join(folder, 'older-release')
  cpSync(migrationsFolder, older, { recursive: true })
  const journal = join(older, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, -1) }))
  return older
}
