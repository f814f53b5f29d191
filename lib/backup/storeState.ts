import type { JsonObject } from '@/lib/base/json'
import { appliedMigrations, type Migrations } from '@/lib/registry/store/migrations'
import type { Database } from '@/lib/registry/store/store'
import { refused } from './backupRefused'
import { anyHeaderSchema, type BackupHeader, formatVersion, headerSchema } from './format'

/** How a database stands to this release. */
export async function storeState(database: Database, migrations: Migrations): Promise<StoreState> {
  const applied = await appliedMigrations(database)
  if (applied.length === 0) return 'empty'
  if (applied.some((time) => !migrations.some(({ when }) => when === time))) return 'newer'
  return applied.at(-1) === migrations.at(-1)?.when ? 'same' : 'older'
}

/** The migration that a database of this release is at. */
export function newestMigration(migrations: Migrations): string {
  return migrations.at(-1)?.tag ?? ''
}

/** How a database stands to this release: it has no tables of ours, it is of an older release, of this one, or of a newer one. */
type StoreState = 'empty' | 'older' | 'same' | 'newer'

/** Refuses a file that is no backup, and one of another release, in words that name the release to use. Throws `BackupRefused`. */
export function checkHeader(json: JsonObject, migrations: Migrations): BackupHeader {
  const any = anyHeaderSchema.safeParse(json)
  if (!any.success) throw refused('backup-not-one', 'this is no backup of this product', { line: 1 })
  const { version, release, migration } = any.data
  const older = migrations.some(({ tag }) => tag === migration) && migration !== newestMigration(migrations)
  if (version > formatVersion || (!older && migration !== newestMigration(migrations))) {
    const message = `this backup was written by a newer release, ${release}, with the database at ${migration}`
    throw refused('backup-newer', message, { line: 1, help: `Import it with release ${release} or a later one.` })
  }
  if (older || version < formatVersion) {
    const message = `this backup was written by an older release, ${release}, with the database at ${migration}`
    const help = `Import it with release ${release} into an empty database, and start this release on that: it brings the database up to date.`
    throw refused('backup-older', message, { line: 1, help })
  }
  const header = headerSchema.safeParse(json)
  if (header.success) return header.data
  throw refused('backup-line-invalid', 'the first line is not as it should be', { line: 1 })
}
