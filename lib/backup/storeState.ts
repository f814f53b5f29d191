import { appliedMigrations, type Migrations } from '@/lib/registry/migrations'
import type { Database } from '@/lib/registry/store'

/** The migration that a database of this release is at. */
export function newestMigration(migrations: Migrations): string {
  return migrations.at(-1)?.tag ?? ''
}

/** How a database stands to this release: it has no tables of ours, it is of an older release, of this one, or of a newer one. */
export type StoreState = 'empty' | 'older' | 'same' | 'newer'

/** How a database stands to this release. */
export async function storeState(database: Database, migrations: Migrations): Promise<StoreState> {
  const applied = await appliedMigrations(database)
  if (applied.length === 0) return 'empty'
  if (applied.some((time) => !migrations.some(({ when }) => when === time))) return 'newer'
  return applied.at(-1) === migrations.at(-1)?.when ? 'same' : 'older'
}
