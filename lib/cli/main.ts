import { Command, CommanderError } from 'commander'
import { toolVersion } from '../toolVersion'
import { CliExit } from './cliExit'
import { bundleCommand } from './commands/bundleCommand'
import { catalogCommand } from './commands/catalogCommand'
import { checkCommand } from './commands/checkCommand'
import { composeCommand } from './commands/composeCommand'
import { importCommand } from './commands/importCommand'
import { matrixCommand } from './commands/matrixCommand'
import { previewCommand } from './commands/previewCommand'
import { registerCommand } from './commands/registerCommand'
import { schemaCommand } from './commands/schemaCommand'
import type { Output } from './output'
import { writeProblems } from './writeProblems'

const ENV_FILE = [
  '--env-file <file>',
  'environment that $env references read: a JSON object or NAME=VALUE lines',
] as const

/**
 * Runs the command line `wtd`; the status with which the process should end: 0 yes, 1 the answer is no, 2 usage or unreadable input.
 * Mistakes of users become lines on stderr, never a stack trace.
 */
export async function main(args: string[], output: Output): Promise<number> {
  let status = 0
  const run =
    <Args extends unknown[]>(command: (...args: [...Args, Output]) => number | Promise<number>) =>
    async (...args: [...Args, ...unknown[]]) => {
      status = await command(...(args.slice(0, command.length - 1) as Args), output)
    }
  const program = new Command('wtd')
    .description('Designs Taskcluster worker types: which tasks can an engine with these plugins run?')
    .version(toolVersion)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
  program
    .command('catalog [kind] [name]')
    .description('list engines and plugins, or show one: wtd catalog engine native')
    .option('--format <format>', 'text or json', 'text')
    .action(run(catalogCommand))
  program
    .command('compose <design>')
    .description('everything computed from a design, as JSON')
    .option(...ENV_FILE)
    .action(run(composeCommand))
  program
    .command('check <design>')
    .description('every problem of a design; ends with 1 when it has errors')
    .option(...ENV_FILE)
    .option('--format <format>', 'text or json', 'text')
    .action(run(checkCommand))
  program
    .command('matrix <design>')
    .description('which task features every engine can run')
    .option(...ENV_FILE)
    .option('--all', 'also plugins that the design does not use')
    .option('--format <format>', 'text, json or markdown', 'text')
    .action(run(matrixCommand))
  program
    .command('schema [design]')
    .description('the payload schema, narrowed to what the worker can run')
    .option('--from-config <file>', "read a worker's configuration file as the worker does when it starts")
    .option('--base', 'the schema as the worker program itself reports it')
    .option(...ENV_FILE)
    .action(run(schemaCommand))
  program
    .command('import <file>')
    .description("a worker's configuration file as a design")
    .option(...ENV_FILE)
    .action(run(importCommand))
  program
    .command('bundle <design>')
    .description('everything to start the worker with: folder, .tar.gz or .zip')
    .requiredOption('-o, --output <path>', 'where to write it')
    .option('--root-url <url>', 'deployment that the worker claims from')
    .option(...ENV_FILE)
    .action(run(bundleCommand))
  program
    .command('preview <design> <tasks...>')
    .description('what becomes of tasks: definitions or payloads in JSON, YAML or NDJSON, - for standard input')
    .option('--format <format>', 'text or ndjson', 'text')
    .option(...ENV_FILE)
    .action(run(previewCommand))
  program
    .command('register <design>')
    .description('declare the worker type at a Queue, with the credentials of TASKCLUSTER_*')
    .option('--root-url <url>', 'the deployment; else rootUrl of the design, else TASKCLUSTER_ROOT_URL')
    .option('--dry-run', 'say what would be sent and which scopes it needs')
    .option(...ENV_FILE)
    .action(run(registerCommand))
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof CliExit)) throw error
    writeProblems(error.problems, output)
    return error.status
  }
}
