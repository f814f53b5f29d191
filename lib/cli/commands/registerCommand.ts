import { canonicalJson } from '../../base/canonicalJson'
import { CliExit } from '../cliExit'
import { demandNoErrors, openDesign } from '../openDesign'
import type { Output } from '../output'
import { envOption } from './checkCommand'

interface Options {
  rootUrl?: string
  dryRun?: boolean
  envFile?: string
  catalogDir?: string
}

const YEAR = 365 * 24 * 60 * 60 * 1000

/** `wtd register`: declares the worker type at a Queue for a year, with the credentials of the TASKCLUSTER_* variables. */
export async function registerCommand(path: string, options: Options, output: Output): Promise<number> {
  const opened = openDesign(path, envOption(options))
  demandNoErrors(opened)
  const rootUrl = options.rootUrl ?? opened.design.rootUrl ?? process.env.TASKCLUSTER_ROOT_URL
  if (rootUrl === undefined || !URL.canParse(rootUrl))
    throw usage('There is no rootUrl to register at.', 'Give --root-url URL.')
  // The client of the Queue takes longer to load than most commands take to run.
  const { declareDirectly } = await import('../../queue/registrar/declareDirectly')
  const declared = await declareDirectly({
    deployment: { rootUrl: rootUrl.replace(/\/+$/, ''), ...credentials() },
    composition: opened.composition,
    expires: new Date(Date.now() + YEAR),
    dryRun: options.dryRun === true,
  })
  if (!declared.ok) throw new CliExit(1, declared.problems)
  const { taskQueueId, outcome, words, request, answer } = declared.value
  if (answer === null) {
    output.stdout(canonicalJson({ taskQueueId, request, scopesNeeded: opened.composition.scopes.admin }))
    output.stderr(`Nothing was sent. ${words}\n`)
    return 0
  }
  output.stdout(`${taskQueueId}: registered (${outcome}). ${words}\n`)
  return 0
}

function credentials() {
  const clientId = process.env.TASKCLUSTER_CLIENT_ID
  const accessToken = process.env.TASKCLUSTER_ACCESS_TOKEN
  const certificate = process.env.TASKCLUSTER_CERTIFICATE
  if (!clientId || !accessToken) return {}
  return { credentials: { clientId, accessToken, ...(certificate ? { certificate } : {}) } }
}

function usage(message: string, help: string): CliExit {
  return new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', help }])
}
