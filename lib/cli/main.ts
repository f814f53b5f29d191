import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { redactText } from '@/lib/base/redact'
import { rootUrlPattern } from '@/lib/compose/design/designSchema'
import { toolVersion } from '@/lib/toolVersion'
import { addGlobalOptions, demandUsed, documentOptions, type GlobalOption } from './input/globalOptions'
import { CliExit, type Output, writeProblems } from './output/output'

const ENV_FILE = [
  '--env-file <file>',
  'environment that $env references read: a JSON object or NAME=VALUE lines',
] as const

const names = (text: string) => text.split(',').filter((name) => name !== '')

const serverHelp = 'the running app; else ROOT_URL, else TASKCLUSTER_ROOT_URL, else http://localhost:3000'

const format = (...choices: string[]) =>
  new Option('--format <format>', 'how to write it').choices(choices).default('text')

/**
 * Runs the command line `wtd`; the status with which the process should end: 0 yes, 1 the answer is no, 2 usage or unreadable input.
 * Mistakes of users become lines on stderr, never a stack trace.
 */
export async function main(args: string[], output: Output): Promise<number> {
  let status = 0
  // Each command loads only what it needs. Commander hands over the arguments, the options and, last, itself.
  const run =
    <Args extends unknown[]>(
      used: readonly GlobalOption[],
      load: () => Promise<(...args: [...Args, Output]) => number | Promise<number>>,
    ) =>
    async (...args: [...Args, Command]) => {
      const self = args.at(-1)
      const options = self instanceof Command ? self.optsWithGlobals() : {}
      demandUsed(options, used, self instanceof Command ? nameOf(self) : '')
      const command = await load()
      const given = [...args.slice(0, -2), options] as Args
      status = await command(...given, output)
    }
  const program = addGlobalOptions(new Command('wtd'))
    .description('Designs Taskcluster worker types: which tasks can an engine with these plugins run?')
    .version(toolVersion)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
  program
    .command('catalog [kind] [name]')
    .description('list engines and plugins, or show one: wtd catalog engine native')
    .addOption(format('text', 'json'))
    .action(run(['catalogDir'], async () => (await import('./commands/catalogCommand')).catalogCommand))
  program
    .command('compose <design>')
    .description('everything computed from a design, as JSON')
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/checkCommand')).composeCommand))
  program
    .command('check <design>')
    .description('every problem of a design; ends with 1 when it has errors')
    .option(...ENV_FILE)
    .addOption(format('text', 'json'))
    .action(run(documentOptions, async () => (await import('./commands/checkCommand')).checkCommand))
  program
    .command('matrix <design>')
    .description('which task features every engine can run')
    .option(...ENV_FILE)
    .option('--all', 'also plugins that the design does not use')
    .addOption(format('text', 'json', 'markdown'))
    .action(run(documentOptions, async () => (await import('./commands/matrixCommand')).matrixCommand))
  program
    .command('schema [design]')
    .description('the payload schema, narrowed to what the worker can run')
    .option('--from-config <file>', "read a worker's configuration file as the worker does when it starts")
    .option('--base', 'the schema as the worker program itself reports it')
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/schemaCommand')).schemaCommand))
  program
    .command('import <file>')
    .description("a worker's configuration file, or a worker pool, as a design")
    .option('--pool <id>', 'the worker pool to take, where the document has several')
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/importCommand')).importCommand))
  program
    .command('bundle <design>')
    .description('everything to start the worker with: folder, .tar.gz or .zip')
    .requiredOption('-o, --output <path>', 'where to write it')
    .option('--root-url <url>', 'deployment that the worker claims from', rootUrl)
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/bundleCommand')).bundleCommand))
  program
    .command('diff <design>')
    .description('what a design changes: will any task that works today stop working? Ends with 0 when none does')
    .option('--against <what>', 'registered, the number of a registered version, or a file', 'registered')
    .option('--server <url>', serverHelp)
    .addOption(format('text', 'json', 'markdown'))
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/diffCommand')).diffCommand))
  program
    .command('preview <design> <tasks...>')
    .description('what becomes of tasks: definitions or payloads in JSON, YAML or NDJSON, - for standard input')
    .addOption(format('text', 'ndjson'))
    .option(
      '--host-groups <names>',
      'groups of the machine, separated by commas; else checks of groups are warnings',
      names,
    )
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/previewCommand')).previewCommand))
  program
    .command('trace <design> <task>')
    .description('one task through the stages of the worker: who calls whom, and what comes of it')
    .addOption(format('text', 'json', 'mermaid'))
    .option('--fails', 'as if the command of the task did not succeed')
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/traceCommand')).traceCommand))
  program
    .command('register <design>')
    .description('declare the worker type at a Queue, and its worker pool, with the credentials of TASKCLUSTER_*')
    .option('--root-url <url>', 'the deployment; else rootUrl of the design, else TASKCLUSTER_ROOT_URL', rootUrl)
    .option('--dry-run', 'say what would be sent and which scopes it needs')
    .option('--no-pool', 'leave the worker pool of the design as it is')
    .option(...ENV_FILE)
    .action(run(documentOptions, async () => (await import('./commands/registerCommand')).registerCommand))
  program
    .command('status [worker-type]')
    .description('whether the Queue still has what was registered: all worker types, or PROVISIONER/WORKERTYPE')
    .option('--server <url>', serverHelp)
    .option('--format <format>', 'text or json', 'text')
    .action(run([], async () => (await import('./commands/statusCommand')).statusCommand))
  program
    .command('audit')
    .description('what the running app has recorded, newest first, with the credentials of TASKCLUSTER_*')
    .option('--server <url>', 'the running app; else ROOT_URL, else TASKCLUSTER_ROOT_URL, else http://localhost:3000')
    .option('--who <client>', 'what this client did')
    .option('--action <text>', 'actions that begin with it, as in client. or version.intended')
    .option('--entity <text>', 'what was changed begins with it, as in task-queue:proj/')
    .option('--since <day>', 'from that day on (UTC), as in 2026-11-24')
    .option('--until <day>', 'up to and with that day')
    .addOption(format('text', 'csv', 'jsonl'))
    .action(run([], async () => (await import('./commands/auditCommand')).auditCommand))
  program
    .command('export <file>')
    .description(
      'everything but secrets and sessions in one file, - for standard output; compressed where its name ends with .gz',
    )
    .option('--force', 'replace a file that is there')
    .addOption(format('text', 'json'))
    .action(run([], async () => (await import('./commands/backupCommands')).exportCommand))
  program
    .command('import-all <file>')
    .description('what wtd export has written, - for standard input, into an empty database: all of it or nothing')
    .option('--dry-run', 'check the file, and that it could be imported')
    .addOption(format('text', 'json'))
    .action(run([], async () => (await import('./commands/backupCommands')).importAllCommand))
  program
    .command('sign-in-link')
    .description('a link that signs in as admin once, at the server of DATA_DIR, whether it runs or not')
    .action(run([], async () => (await import('./commands/signInLinkCommand')).signInLinkCommand))
  const kinds = { plugin: 'pluginTestCommand', engine: 'engineTestCommand' } as const
  for (const [kind, name] of Object.entries(kinds)) {
    program
      .command(kind)
      .description(`work on ${kind === 'engine' ? 'an engine' : 'a plugin'} of your own: wtd ${kind} test FILE`)
      .command('test <file>')
      .description(`checks it, and plays it against made-up ${kind === 'engine' ? 'plugins' : 'engines'}`)
      .addOption(format('text', 'json'))
      .action(run(['catalogDir'], async () => (await import('./commands/entryTestCommand'))[name]))
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof CliExit)) throw withoutSecrets(error)
    writeProblems(error.problems, output)
    return error.status
  }
}

function rootUrl(text: string): string {
  if (new RegExp(rootUrlPattern).test(text) && URL.canParse(text)) return text
  throw new InvalidArgumentError('A root URL looks like https://tc.example.com.')
}

/** `plugin test`, without the program. */
function nameOf(command: Command): string {
  const outer = command.parent
  return outer?.parent ? `${nameOf(outer)} ${command.name()}` : command.name()
}

/** What should not have happened, in words that may be shown to anybody. */
function withoutSecrets(error: unknown): Error {
  return new Error(redactText(error instanceof Error ? error.message : String(error)), { cause: error })
}
