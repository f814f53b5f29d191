import { missingScopes } from '@/lib/auth/scopes'
import type { Problem } from '@/lib/base/problem'
import { declarationBody } from './declarationBody'
import { declarationScopes } from './declarationScopes'
import { scopesHelp } from './queueProblem'

/**
 * What keeps somebody from having a worker type renewed by itself, which is done with the credentials of this server; undefined where they
 * could declare all of it themselves.
 */
export function allowAutomaticRenewal(
  { clientId, scopes }: { clientId: string; scopes: string[] },
  taskQueueId: string,
): Problem | undefined {
  const body = declarationBody({ description: '', expires: new Date(0), payloadSchema: {} }, 'enforced')
  const missing = declarationScopes(taskQueueId, body).filter((scope) => missingScopes(scopes, scope) !== undefined)
  if (missing.length === 0) return undefined
  const message = `${clientId} may not: renewing ${taskQueueId} needs the scopes ${missing.join(', ')}`
  return { code: 'queue-scopes-missing', severity: 'error', message, path: '', help: scopesHelp }
}
