import type { Problem } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { openCatalog } from '@/lib/cli/input/openCatalog'
import { readInput } from '@/lib/cli/input/readInput'
import { kitReportText } from '@/lib/cli/output/kitReportText'
import { CliExit, type Output, printable, writeProblems } from '@/lib/cli/output/output'
import { testEntryText } from '@/lib/testkit/testEntryText'

interface Options {
  catalogDir?: string
  format?: string
}

/** `wtd plugin test`: a plugin against made-up engines; 0 when it contradicts itself nowhere. */
export function pluginTestCommand(path: string, options: Options, output: Output): number {
  return testEntry('plugin', path, options, output)
}

/** `wtd engine test`: an engine against made-up plugins; 0 when it contradicts itself nowhere. */
export function engineTestCommand(path: string, options: Options, output: Output): number {
  return testEntry('engine', path, options, output)
}

function testEntry(kind: CustomEntry['kind'], path: string, options: Options, output: Output): number {
  const text = readInput(path)
  const file = path === '-' ? 'standard input' : path
  const { catalogFor } = openCatalog(options.catalogDir)
  const catalog = catalogFor()
  const parsed = parseCustomEntry(text, ownNamesFree(catalog), file)
  if (!parsed.ok) throw new CliExit(isUnreadable(parsed.problems) ? 2 : 1, parsed.problems)
  const entry = parsed.value
  if (entry.kind !== kind) throw new CliExit(1, [otherKind(entry, file)])
  const worker = catalog.workers[entry.worker]
  if (worker === undefined) throw new Error('a checked entry has a worker')
  const report = testEntryText(entry, text, worker, file)
  const { contradictions } = report
  if (options.format === 'json') output.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else {
    output.stdout(kitReportText(report).split('\n').map(printable).join('\n'))
    writeProblems(contradictions, output)
  }
  return contradictions.length === 0 ? 0 : 1
}

/** An entry may be tested although the catalog has one of its name: then it is a new version of that one. */
function ownNamesFree(catalog: Catalog): Catalog {
  const workers = Object.entries(catalog.workers).map(([name, worker]) => {
    const labels = [
      ...Object.keys(worker.engines).map((engine) => `engine ${engine}`),
      ...Object.keys(worker.plugins).map((plugin) => `plugin ${plugin}`),
    ]
    return [name, { ...worker, custom: labels }] as const
  })
  return { workers: Object.fromEntries(workers) }
}

function isUnreadable(problems: Problem[]): boolean {
  return problems.some(({ code, path }) => code === 'entry-unreadable' || (code === 'entry-too-large' && path === ''))
}

function otherKind({ kind, name }: CustomEntry, file: string): Problem {
  return {
    code: 'usage',
    severity: 'error',
    message: `The entry ${name} is ${kind === 'engine' ? 'an engine' : 'a plugin'}.`,
    path: 'kind',
    file,
    help: `Use wtd ${kind} test.`,
  }
}
