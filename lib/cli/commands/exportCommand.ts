import { type BackupFile, BackupFileFailed, createBackupFile } from '@/lib/backup/backupFile'
import { exportStore } from '@/lib/backup/exportStore'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { clientWords, rowCount, summaryJson } from '@/lib/cli/backupWords'
import { CliExit } from '@/lib/cli/cliExit'
import { printable } from '@/lib/cli/formatProblem'
import { backupPlace, openAsItIs } from '@/lib/cli/openBackupStore'
import type { Output } from '@/lib/cli/output'
import { writeProblems } from '@/lib/cli/writeProblems'
import { toolVersion } from '@/lib/toolVersion'

interface Options {
  force?: boolean
  format?: string
}

/** `wtd export`: everything but secrets and sessions in one file, from the database that the server would open. */
export async function exportCommand(path: string, options: Options, output: Output): Promise<number> {
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
