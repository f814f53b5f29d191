import { backupChunks } from '@/lib/backup/backupChunks'
import { importStore } from '@/lib/backup/importStore'
import type { Problem } from '@/lib/base/problem'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { clientWords, rowCount, summaryJson } from '@/lib/cli/backupWords'
import { CliExit } from '@/lib/cli/cliExit'
import { printable } from '@/lib/cli/formatProblem'
import { backupPlace, openTarget } from '@/lib/cli/openBackupStore'
import type { Output } from '@/lib/cli/output'
import { writeProblems } from '@/lib/cli/writeProblems'

interface Options {
  dryRun?: boolean
  format?: string
}

/** `wtd import-all`: a backup into the empty database that the server would open; all of it or nothing. */
export async function importAllCommand(path: string, options: Options, output: Output): Promise<number> {
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
