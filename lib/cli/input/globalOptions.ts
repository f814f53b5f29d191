import { type Command, InvalidArgumentError } from 'commander'
import type { Problem } from '@/lib/base/problem'
import { CliExit } from '@/lib/cli/output/output'

/** Options that stand before or behind any command. Each command says which it uses, and refuses the others. */
export type GlobalOption = 'catalogDir' | 'engine' | 'workerVersion'

/** What a command that opens a document uses. */
export const documentOptions: readonly GlobalOption[] = ['catalogDir', 'engine', 'workerVersion']

const flags: Record<GlobalOption, string> = {
  catalogDir: '--catalog-dir',
  engine: '--engine',
  workerVersion: '--worker-version',
}

/** Adds the global options to the program. */
export function addGlobalOptions(program: Command): Command {
  return program
    .option('--catalog-dir <dir>', 'folder with engines and plugins of your own, as YAML files; else CATALOG_DIR')
    .option(
      '--engine <name>',
      'the build that a configuration or a pool of generic-worker is for; guessed where left out',
    )
    .option(
      '--worker-version <version>',
      'the version of the worker that a configuration or a pool is for; else the newest',
      version,
    )
}

/** Ends a command that was given a global option which it does not use. */
export function demandUsed(given: Record<string, unknown>, used: readonly GlobalOption[], command: string): void {
  const names: GlobalOption[] = ['catalogDir', 'engine', 'workerVersion']
  const unused = names.filter((name) => given[name] !== undefined && !used.includes(name))
  if (unused.length === 0) return
  throw new CliExit(
    2,
    unused.map((name) => notUsed(`The command wtd ${command} has no use for ${flags[name]}.`, 'Leave it out.')),
  )
}

/** Ends a command that was told the engine, or the version, of a document that says so itself. */
export function demandNoHints(hints: { engine?: string; workerVersion?: string }, file: string, what: string): void {
  const given = (['engine', 'workerVersion'] as const).filter((name) => hints[name] !== undefined)
  if (given.length === 0) return
  throw new CliExit(
    2,
    given.map((name) => ({
      ...notUsed(
        `${flags[name]} is for configurations and pools of generic-worker, which do not say it themselves; this is ${what}.`,
        name === 'engine' ? 'Change the engine in the file.' : 'Change the version in the file.',
      ),
      file,
    })),
  )
}

function version(text: string): string {
  if (/^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(text)) return text
  throw new InvalidArgumentError('A version looks like 106.0.0.')
}

function notUsed(message: string, help: string): Problem {
  return { code: 'usage', severity: 'error', message, path: '', help }
}
