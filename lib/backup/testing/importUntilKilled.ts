import { readFileSync } from 'node:fs'
import { importStore } from '@/lib/backup/importStore'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { readMigrations } from '@/lib/registry/store/migrations'
import { openStore } from '@/lib/registry/store/openStore'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'

/** Started as a process of its own: imports a backup up to its last line, says so, and waits there for its end. */
async function importUntilKilled(path: string, dataDir: string, databaseUrl: string | undefined): Promise<void> {
  const now = new Date('2026-12-01T00:00:00Z')
  const opened = await openStore({ dataDir, databaseUrl, now, ...databaseFiles })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  async function* chunks() {
    const bytes = readFileSync(path)
    yield bytes.subarray(0, bytes.lastIndexOf('\n', -2) + 1)
    process.stdout.write('all but the last line\n')
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  }
  const migrations = readMigrations(databaseFiles.migrationsFolder)
  await importStore(opened.value, { chunks: chunks(), catalog: loadCatalog(), migrations, now, dryRun: false })
}

const [path = '', dataDir = '', databaseUrl] = process.argv.slice(2)
importUntilKilled(path, dataDir, databaseUrl)
