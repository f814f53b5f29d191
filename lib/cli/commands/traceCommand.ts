import { openDesign } from '@/lib/cli/input/openDesign'
import { readInput } from '@/lib/cli/input/readInput'
import { CliExit, type Output, printable } from '@/lib/cli/output/output'
import { formatTrace } from '@/lib/lifecycle/formatTrace'
import { mermaidDiagram } from '@/lib/lifecycle/mermaidDiagram'
import { isObservable } from '@/lib/lifecycle/stepEffect'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { readTasks } from '@/lib/preview/readTasks'
import { declaredNames, taskParts } from '@/lib/preview/taskParts'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  fails?: boolean
  format?: string
}

/** `wtd trace`: the first of the given tasks, stage by stage; 0 when it meets nothing that it would feel the lack of. */
export function traceCommand(path: string, source: string, options: Options, output: Output): number {
  const { composition, design, catalog, problems } = openDesign(path, envOption(options))
  if (composition.unrestrictedSchema === undefined) {
    throw new CliExit(
      1,
      problems.filter((problem) => problem.severity === 'error'),
    )
  }
  const read = readTasks(readInput(source), source)
  if (!read.ok) throw new CliExit(2, read.problems)
  const [task] = read.value
  if (task === undefined) throw new CliExit(2, [noTask(source)])
  const { name, payload, scopes, facts, foreign } = taskParts(task, declaredNames(composition.unrestrictedSchema))
  if (foreign !== undefined) throw new CliExit(2, [noTask(source, foreign)])
  const trace = traceTask(composition, catalog, {
    facts,
    payload,
    ...(scopes ? { scopes } : {}),
    ...(options.fails ? { fails: true } : {}),
  })
  if (options.format === 'json') output.stdout(`${JSON.stringify(trace, null, 2)}\n`)
  else if (options.format === 'mermaid') output.stdout(mermaidDiagram(trace))
  else {
    const { provisionerId, workerType, engine } = composition
    const lines = [`${name} on ${provisionerId}/${workerType}, engine ${engine}`, '', ...formatTrace(trace)]
    output.stdout(`${lines.map(printable).join('\n')}\n`)
  }
  const steps = [...trace.events, ...trace.notReached].filter(
    (event) => event.kind === 'check' || event.kind === 'engine-call',
  )
  return steps.some((step) => isObservable(step, design.strict)) ? 1 : 0
}

function noTask(file: string, message = 'There is no task in it.') {
  return { code: 'no-tasks', severity: 'error' as const, message, path: '', file }
}
