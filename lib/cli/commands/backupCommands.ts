import { backupChunks } from '@/lib/backup/backupChunks'
import { type BackupFile, BackupFileFailed, createBackupFile } from '@/lib/backup/backupFile'
import type { BackupSummary } from '@/lib/backup/backupSummary'
import { leftOutTables } from '@/lib/backup/backupTables'
import { exportStore } from '@/lib/backup/exportStore'
import { importStore } from '@/lib/backup/importStore'
import type { Problem } from '@/lib/base/problem'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { backupPlace, openAsItIs, openTarget } from '@/lib/cli/input/openBackupStore'
import { CliExit, type Output, printable, writeProblems } from '@/lib/cli/output/output'
import { toolVersion } from '@/lib/toolVersion'

interface ExportOptions {
  force?: boolean
  format?: string
}

/** `wtd export`: everything but secrets and sessions in one file, from the database that the server would open. */
export async function exportCommand(path: string, options: ExportOptions, output: Output): Promise<number> {
  const where = backupPlace()
  const file = path === '-' ? standardOutput(output) : await beginFile(path, options.force === true)
  try {
    const store = await openAsItIs(where)
    if (store === undefined) throw nothing(where.words)
    try {
      const { migrations } = where
      const write = (text: string) => file.write(text)
      const exported = await exportStore(store, { catalog: loadCatalog(), migrations, release: toolVersion, write })
      if (!exported.ok) throw new CliExit(1, exported.problems)
      await file.finish()
      const summary = exported.value
      writeProblems(summary.warnings, output)
      // standard output may be the file itself
      const say = path === '-' ? output.stderr : output.stdout
      if (options.format === 'json') say(summaryJson(path, summary, {}))
      else {
        const clients = clientWords(summary)
        say(`${printable(path)}: ${rowCount(summary)}, SHA-256 ${summary.sha256}.\n`)
        say('Not in it: sessions, sign-in links, the client admin, and the access tokens of the others.\n')
        if (clients !== '') say(`After an import ${printable(clients)}\n`)
      }
      return 0
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof BackupFileFailed) throw new CliExit(2, [error.problem])
    throw error
  } finally {
    await file.discard()
  }
}

async function beginFile(path: string, replace: boolean): Promise<BackupFile> {
  const begun = await createBackupFile(path, { replace })
  if (!begun.ok) throw new CliExit(2, begun.problems)
  return begun.value
}

function standardOutput(output: Output): BackupFile {
  return {
    write: async (text) => {
      await output.stdout(text)
    },
    finish: async () => {},
    discard: async () => {},
  }
}

function nothing(where: string): CliExit {
  const message = `there is no database in ${where}`
  const help = 'Say with DATA_DIR or DATABASE_URL where the server has it.'
  return new CliExit(2, [{ code: 'store-absent', severity: 'error', message, path: '', help }])
}

interface ImportAllOptions {
  dryRun?: boolean
  format?: string
}

/** `wtd import-all`: a backup into the empty database that the server would open; all of it or nothing. */
export async function importAllCommand(path: string, options: ImportAllOptions, output: Output): Promise<number> {
  const where = backupPlace()
  const dryRun = options.dryRun === true
  const file = path === '-' ? 'standard input' : path
  const inFile = (problem: Problem) => (problem.code.startsWith('backup-') ? { ...problem, file } : problem)
  const store = await openTarget(where, dryRun)
  try {
    const { place, migrations } = where
    const chunks = backupChunks(path)
    const imported = await importStore(store, { chunks, catalog: loadCatalog(), migrations, now: place.now, dryRun })
    if (!imported.ok) throw new CliExit(statusOf(imported.problems), imported.problems.map(inFile))
    const summary = imported.value
    writeProblems(summary.warnings.map(inFile), output)
    if (options.format === 'json') output.stdout(summaryJson(file, summary, { imported: !dryRun }))
    else {
      const clients = clientWords(summary)
      output.stdout(
        `${printable(file)}: ${rowCount(summary)} ${dryRun ? 'are in order; nothing was changed' : 'imported'}.\n`,
      )
      if (clients !== '') output.stdout(`${printable(clients)} Give it under Clients in the browser.\n`)
    }
    return 0
  } finally {
    await store?.close()
  }
}

/** A file that cannot be read, or a database that cannot be asked, is no answer. */
function statusOf(problems: Problem[]): 1 | 2 {
  const unasked = ['backup-unreadable', 'database-failed', 'store-busy']
  return problems.some(({ code }) => unasked.includes(code)) ? 2 : 1
}

/** How many rows of how many tables, in words. */
function rowCount({ rows }: BackupSummary): string {
  const counts = Object.values(rows)
  const tables = counts.filter((count) => count > 0).length
  return `${plural(
    counts.reduce((sum, count) => sum + count, 0),
    'row',
  )} of ${plural(tables, 'table')}`
}

/** Which clients have no access token in a backup, and what to do about it; '' where there are none. */
function clientWords({ clients }: BackupSummary): string {
  if (clients.length === 0) return ''
  const shown = clients.slice(0, 10).join(', ')
  const more = clients.length > 10 ? ` and ${clients.length - 10} more` : ''
  const verb = clients.length === 1 ? 'needs' : 'need'
  return `${plural(clients.length, 'client')} ${verb} a new access token (${shown}${more}).`
}

/** The summary for programs. */
function summaryJson(file: string, summary: BackupSummary, more: Record<string, unknown>): string {
  const { rows, sha256, clients, warnings } = summary
  const clientsWithoutToken = clients
  return `${JSON.stringify({ file, ...more, sha256, rows, clientsWithoutToken, leftOut: leftOutTables, warnings }, null, 2)}\n`
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
}
