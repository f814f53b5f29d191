import type { Problem } from '@/lib/base/problem'
import { redactCut } from '@/lib/base/redact'
import type { Deployment } from './deployment'

/** Of what others say, in characters. */
export const longestMessage = 10_000

/** An answer of the Queue, or what came instead of one, in words for whoever registers. */
export function queueProblem(error: unknown, { rootUrl, credentials }: Deployment): Problem {
  const status = isRecord(error) && typeof error.statusCode === 'number' ? error.statusCode : undefined
  const who = credentials === undefined ? 'without credentials' : `as ${credentials.clientId}`
  if (status === 401) {
    return problem(
      'queue-credentials-refused',
      `the deployment at ${rootUrl} does not accept these credentials: ${firstWords(error)}`,
      'Check client id, access token and, for temporary credentials, the certificate; and the clock of this machine.',
    )
  }
  if (status === 403) {
    return problem(
      'queue-scopes-missing',
      `${who}, this is not allowed at ${rootUrl}: ${firstWords(error)}`,
      scopesHelp,
    )
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return problem('queue-refused', `the Queue at ${rootUrl} refused the declaration: ${firstWords(error)}`)
  }
  return unreachable(rootUrl, status === undefined ? causeOf(error) : `it answers ${status}: ${firstWords(error)}`)
}

/** Nobody, or nothing that speaks for a deployment, answers at an address. */
export function unreachable(rootUrl: string, why: string): Problem {
  return problem(
    'queue-unreachable',
    `the Queue at ${rootUrl} cannot be reached: ${why}`,
    'Check the root URL, and that the deployment is up. Nothing is lost; registering again is harmless.',
  )
}

export const scopesHelp = 'Ask the owners of the deployment for the missing scopes.'

/** Why no answer came: the code of the system, as in ECONNREFUSED, where there is one. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.message : causeOf(error.cause)
}

function problem(code: string, message: string, help?: string): Problem {
  // the words of others, which are kept and shown
  return {
    code,
    severity: 'error',
    message: redactCut(message, longestMessage),
    path: '',
    ...(help === undefined ? {} : { help }),
  }
}

/** Taskcluster's messages end with facts of the request behind a rule. */
function firstWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n\n---\n')[0] ?? '').trim()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
