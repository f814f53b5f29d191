import { z } from 'zod'
import { appAddress, readFromApp, silent } from '@/lib/cli/input/askApp'
import { CliExit, type Output, printable, textTable } from '@/lib/cli/output/output'

interface Options {
  server?: string
  format?: string
}

const answerSchema = z.object({
  workerTypes: z.array(
    z.object({
      taskQueueId: z.string(),
      version: z.number(),
      outcome: z.string().nullable(),
      state: z.string(),
      expiring: z.boolean(),
      ok: z.boolean(),
      meaning: z.string(),
      advice: z.string(),
      expires: z.string().nullable(),
      checkedAt: z.string().nullable(),
      automaticRenewal: z.boolean(),
      differences: z.array(z.object({ property: z.string(), registered: z.unknown(), queue: z.unknown() })),
      problems: z.array(z.object({ message: z.string(), help: z.string().optional() }).loose()),
    }),
  ),
})
type WorkerType = z.infer<typeof answerSchema>['workerTypes'][number]

/** `wtd status`: asks the running app whether its Queue has what was registered; 0 when it has, 1 when something differs, is missing or unknown. */
export async function statusCommand(workerType: string | undefined, options: Options, output: Output): Promise<number> {
  const workerTypes = await ask(appAddress(options.server), workerType)
  const ok = workerTypes.every((each) => each.ok)
  if (options.format === 'json') output.stdout(`${JSON.stringify({ ok, workerTypes }, null, 2)}\n`)
  else if (workerTypes.length === 0) output.stdout('No worker type is registered.\n')
  else output.stdout(`${textOf(workerTypes).map(printable).join('\n')}\n`)
  return ok ? 0 : 1
}

async function ask(server: string, workerType: string | undefined): Promise<WorkerType[]> {
  if (workerType !== undefined && !/^[\w-]+\/[\w-]+$/.test(workerType)) {
    throw exit(2, 'usage', `This is no name of a worker type: ${workerType}`, 'Write PROVISIONER/WORKERTYPE.')
  }
  const path = workerType === undefined ? '/worker-types/status.json' : `/worker-types/${workerType}/status.json`
  const text = await readFromApp(server, path)
  if (text === undefined) {
    if (workerType === undefined) throw silent(server, `${path} answers 404`)
    const help = 'Register it, or run wtd status for all that are registered.'
    throw exit(1, 'not-registered', `The app at ${server} has no worker type ${workerType}.`, help)
  }
  const found = answerSchema.safeParse(parse(text))
  if (!found.success) throw silent(server, `what is at ${path} is no answer of this product`)
  return found.data.workerTypes
}

function textOf(workerTypes: WorkerType[]): string[] {
  const head = ['worker type', 'version', 'schema', 'Queue', 'expires', 'renewal']
  const rows = workerTypes.map(({ taskQueueId, version, outcome, state, expiring, expires, automaticRenewal }) => [
    taskQueueId,
    String(version),
    (outcome ?? '').replace('-', ' '),
    `${state}${expiring ? ', expiring' : ''}`,
    expires?.slice(0, 10) ?? '-',
    automaticRenewal ? 'automatic' : 'by hand',
  ])
  const remarks = workerTypes.filter(({ ok, expiring }) => !ok || expiring)
  return [...textTable([head, ...rows]), ...remarks.flatMap((each) => ['', ...remark(each)])]
}

function remark({ taskQueueId, meaning, advice, differences, problems }: WorkerType): string[] {
  return [
    `${taskQueueId}: ${meaning} ${advice}`.trimEnd(),
    ...differences.map(
      ({ property, registered, queue }) => `  ${property}: registered ${text(registered)}, Queue ${text(queue)}`,
    ),
    ...problems.map(({ message, help }) => `  ${message}${help === undefined ? '' : `. ${help}`}`),
  ]
}

function text(value: unknown): string {
  return value === null ? 'nothing' : JSON.stringify(value)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function exit(status: 1 | 2, code: string, message: string, help: string): CliExit {
  return new CliExit(status, [{ code, severity: 'error', message, path: '', help }])
}
