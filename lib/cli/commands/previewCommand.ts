import { openDesign } from '@/lib/cli/input/openDesign'
import { readInput } from '@/lib/cli/input/readInput'
import { CliExit, type Output, printable, writeProblems } from '@/lib/cli/output/output'
import { previewTasks } from '@/lib/preview/previewTasks'
import { readTasks } from '@/lib/preview/readTasks'
import type { TaskVerdict } from '@/lib/preview/taskVerdict'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  format?: string
  hostGroups?: string[]
}

/** `wtd preview`: what becomes of tasks on a worker type; 0 when all of them would run. */
export function previewCommand(path: string, sources: string[], options: Options, output: Output): number {
  const opened = openDesign(path, envOption(options))
  const blocking = opened.problems.filter((problem) => problem.severity === 'error')
  if (opened.composition.baseSchema === undefined || opened.composition.checks.length === 0)
    throw new CliExit(1, blocking)
  const known = options.hostGroups === undefined ? {} : { host: { groups: options.hostGroups } }
  let total = 0
  let refused = 0
  for (const source of sources) {
    const read = readTasks(readInput(source), source)
    if (!read.ok) throw new CliExit(2, read.problems)
    for (const verdict of previewTasks(opened.composition, read.value, known)) {
      total += 1
      if (!verdict.ok) refused += 1
      output.stdout(options.format === 'ndjson' ? `${JSON.stringify(verdict)}\n` : verdictText(verdict))
    }
  }
  if (options.format !== 'ndjson') {
    writeProblems(blocking, output)
    output.stdout(`${total - refused} of ${total} tasks would run.\n`)
  }
  return refused === 0 ? 0 : 1
}

function verdictText(verdict: TaskVerdict): string {
  const mark = verdict.ok ? 'ok     ' : verdict.valid ? 'FAILS  ' : 'REFUSED'
  const lines = [`${mark} ${verdict.source}[${verdict.index}] ${verdict.name}`]
  for (const error of verdict.errors) lines.push(`        payload${error.path}: ${error.message}`)
  for (const finding of verdict.findings) {
    lines.push(`        ${finding.severity} (not enforced by the Queue): payload${finding.path}: ${finding.message}`)
  }
  return `${lines.map(printable).join('\n')}\n`
}
