import type { JsonObject } from '@/lib/base/json'
import type { Migrations } from '@/lib/registry/migrations'
import { refused } from './backupRefused'
import { anyHeaderSchema, type BackupHeader, formatVersion, headerSchema } from './format'
import { newestMigration } from './storeState'

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
