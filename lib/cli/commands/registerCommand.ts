import type { JsonChange } from '@/lib/base/compareJson'
import { canonicalJson, type JsonValue } from '@/lib/base/json'
import { withoutEnd } from '@/lib/base/texts'
import { composedPool } from '@/lib/bundle/pool/composedPool'
import { environmentCredentials } from '@/lib/cli/input/environmentCredentials'
import { demandNoErrors, type OpenedDesign, openDesign } from '@/lib/cli/input/openDesign'
import { CliExit, type Output, printable } from '@/lib/cli/output/output'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import type { DirectPool } from '@/lib/registrar/pools/declarePoolDirectly'
import type { WantedPool } from '@/lib/registrar/pools/planPool'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  rootUrl?: string
  dryRun?: boolean
  pool?: boolean
}

const YEAR = 365 * 24 * 60 * 60 * 1000

/**
 * `wtd register`: declares the worker type at a Queue for a year, and registers its worker pool where the design has one, with the credentials of
 * the TASKCLUSTER_* variables. What stands in the way of the pool is found before anything is sent.
 */
export async function registerCommand(path: string, options: Options, output: Output): Promise<number> {
  const opened = openDesign(path, envOption(options))
  demandNoErrors(opened)
  const pool = options.pool === false ? undefined : wantedPool(opened)
  const rootUrl = options.rootUrl ?? opened.design.rootUrl ?? process.env.TASKCLUSTER_ROOT_URL
  if (rootUrl === undefined || !URL.canParse(rootUrl))
    throw usage('There is no rootUrl to register at.', 'Give --root-url URL.')
  const deployment = { rootUrl: withoutEnd(rootUrl, '/'), ...credentials() }
  const planned = pool && (await sendPool(deployment, pool, true))
  const problems = planned?.plan.problems ?? []
  if (options.dryRun !== true && problems.length > 0) throw new CliExit(1, [...problems.map(withoutPool)])
  // The client of the Queue takes longer to load than most commands take to run.
  const { declareDirectly } = await import('@/lib/registrar/declareDirectly')
  const declared = await declareDirectly({
    deployment,
    composition: opened.composition,
    expires: new Date(Date.now() + YEAR),
    dryRun: options.dryRun === true,
  })
  if (!declared.ok) throw new CliExit(1, declared.problems)
  const { taskQueueId, outcome, words, request, answer } = declared.value
  if (answer === null) {
    const scopesNeeded = [...opened.composition.scopes.admin, ...(planned?.plan.scopes.needed ?? [])]
    output.stdout(
      canonicalJson({ taskQueueId, request, scopesNeeded, ...(planned ? { pool: poolJson(planned) } : {}) }),
    )
    output.stderr(`Nothing was sent. ${words}\n`)
    return 0
  }
  output.stdout(`${taskQueueId}: registered (${outcome}). ${words}\n`)
  if (pool === undefined) return 0
  const sent = await sendPool(deployment, pool, false)
  output.stdout(`${pool.workerPoolId}: ${poolWords[sent.result]}\n`)
  for (const change of sent.plan.changes) output.stdout(`  ${changeLine(change)}\n`)
  return 0
}

/** The pool that worker-manager is to have; standalone workers have none there. */
function wantedPool({ composition, catalog }: OpenedDesign): WantedPool | undefined {
  const composed = composedPool(composition, catalog)
  if (!composed.ok) throw new CliExit(1, composed.problems)
  const definition = composed.value?.definition
  return definition && { ...definition, provider: composed.value?.pool.provider ?? '' }
}

async function sendPool(deployment: Deployment, pool: WantedPool, dryRun: boolean): Promise<DirectPool> {
  const { declarePoolDirectly } = await import('@/lib/registrar/pools/declarePoolDirectly')
  const sent = await declarePoolDirectly({ deployment, pool, dryRun })
  if (!sent.ok) throw new CliExit(1, sent.problems.map(withoutPool))
  return sent.value
}

function poolJson({ plan: { workerPoolId, definition, action, changes, scopes, problems } }: DirectPool) {
  return {
    workerPoolId,
    action,
    request: definition,
    changes: changes.map((change) => ({ ...change })),
    scopesMissing: scopes.missing,
    problems: problems.map(({ code, message }) => ({ code, message })),
  }
}

function withoutPool(problem: CliExit['problems'][number]): CliExit['problems'][number] {
  return {
    ...problem,
    help: `${problem.help ?? ''} With --no-pool the worker type is registered without its pool.`.trim(),
  }
}

function credentials() {
  const found = environmentCredentials()
  return found === undefined ? {} : { credentials: found }
}

function usage(message: string, help: string): CliExit {
  return new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', help }])
}

/** What came of a pool, in a sentence. */
const poolWords: Record<DirectPool['result'], string> = {
  created: 'the worker pool was created.',
  updated: 'the worker pool was updated.',
  same: 'the worker pool is as it should be; nothing was sent.',
  planned: 'nothing was sent.',
}

/** One difference on one line. */
function changeLine(change: JsonChange): string {
  const { path } = change
  if (change.kind === 'added') return printable(`+ ${path}: ${short(change.after)}`)
  if (change.kind === 'removed') return printable(`- ${path}: ${short(change.before)}`)
  return printable(`~ ${path}: ${short(change.before)} -> ${short(change.after)}`)
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}
