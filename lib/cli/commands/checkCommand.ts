import { canonicalJson, type JsonObject } from '@/lib/base/json'
import { type OpenOptions, openDesign } from '@/lib/cli/input/openDesign'
import { type Output, writeProblems } from '@/lib/cli/output/output'

interface Options extends DocumentOptions {
  format?: string
}

/** Options of every command that opens a document. */
export interface DocumentOptions {
  envFile?: string
  catalogDir?: string
  engine?: string
  workerVersion?: string
}

/** `wtd check`: every problem of a design; 0 when it has no error. */
export function checkCommand(path: string, options: Options, output: Output): number {
  const { problems, composition } = openDesign(path, envOption(options))
  const errors = problems.filter((problem) => problem.severity === 'error').length
  if (options.format === 'json') {
    output.stdout(`${JSON.stringify({ ok: errors === 0, problems }, null, 2)}\n`)
    return errors === 0 ? 0 : 1
  }
  writeProblems(problems, output)
  const name = `${composition.provisionerId || '?'}/${composition.workerType || '?'}`
  const rest = problems.length - errors
  if (errors > 0) output.stderr(`${name}: ${count(errors, 'error')}.\n`)
  else output.stdout(`${name}: no errors${rest > 0 ? `, ${count(rest, 'remark')}` : ''}.\n`)
  return errors === 0 ? 0 : 1
}

/** The part of the options that opens a design. */
export function envOption({ envFile, catalogDir, engine, workerVersion }: DocumentOptions): OpenOptions {
  return {
    ...(engine === undefined ? {} : { engine }),
    ...(workerVersion === undefined ? {} : { workerVersion }),
    ...(envFile === undefined ? {} : { environmentFile: envFile }),
    ...(catalogDir === undefined ? {} : { catalogDir }),
  }
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

/** `wtd compose`: everything that is computed from a design, as JSON; 1 when the design has errors. */
export function composeCommand(path: string, options: DocumentOptions, output: Output): number {
  const { composition, problems } = openDesign(path, envOption(options))
  output.stdout(canonicalJson(toJsonObject({ ...composition, problems })))
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0
}

/** Plain data of ours as JSON: members that are undefined disappear. */
function toJsonObject(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject
}
