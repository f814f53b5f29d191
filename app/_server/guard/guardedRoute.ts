import 'server-only'
import { requestSource, withoutOwnPort } from '@/app/_server/services/requestSource'
import { services } from '@/app/_server/services/services'
import { currentSession } from '@/app/_server/services/session'
import { textAnswer } from '@/app/_server/services/textAnswer'
import { authenticateHawk } from '@/lib/auth/credentials/authenticateHawk'
import { readClient } from '@/lib/auth/credentials/client'
import type { Problem } from '@/lib/base/problem'
import { noteClient } from '@/lib/http/currentRequest'
import { signedRequest } from '@/lib/queue/api/verifyCaller'
import { withAuditSource } from '@/lib/registry/audit/recordAudit'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import { type Actor, type Ask, demand, demandReading, type Readers } from './demand'
import { type Limited, secondsToWait, tooOften } from './rates'
import { crossSite, Refused, refusal } from './refused'
import { isSameOrigin } from './sameOrigin'

/** How a route is guarded. `services` stands for the Taskcluster API, whose methods check signatures and scopes themselves. */
export type RouteReaders = Readers | 'services'

type Handler<Context> = (request: Request, context: Context, ask: Ask<Actor>) => Promise<Response> | Response

/**
 * The one way to a route handler: lets through who may read, signed in or with a signed request (Hawk, as for Taskcluster), and refuses what
 * another site has a browser send.
 */
export function guardedRoute<Context>(
  name: string,
  readers: RouteReaders,
  handler: Handler<Context>,
  limited?: Limited,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const signed = /^hawk\s/i.test(request.headers.get('authorization') ?? '')
    const source = requestSource(request.headers, signed || readers === 'services' ? 'program' : 'browser')
    const wait = limited === undefined ? 0 : secondsToWait(limited, { address: source.address })
    if (wait > 0) return later(wait)
    return withAuditSource(source, async () => {
      try {
        if (readers === 'services') return await handler(request, context, nobody)
        const { environment } = await services()
        const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
        if (changes && !signed && !isSameOrigin(request.headers, environment.rootUrl)) return refused(403, crossSite)
        const actor = signed ? await signer(request) : await currentSession()
        if (signed && actor === undefined) return textAnswer(401, 'The signature of this request is not accepted.\n')
        const more = limited === undefined ? 0 : secondsToWait(limited, { client: actor?.who })
        if (more > 0) return later(more)
        await demandReading(readers, actor, name)
        return await handler(request, context, (need) => demand(need, actor, name))
      } catch (error) {
        const trouble = databaseTrouble(error)
        if (trouble !== undefined) return refused(503, trouble, { 'retry-after': String(trouble.retryAfter) })
        if (!(error instanceof Refused)) throw error
        return refused(error.permission.signedIn ? 403 : 401, refusal(error.permission))
      }
    })
  }
}

const nobody: Ask<Actor> = (need) => demand(need, undefined, 'services')

function later(seconds: number): Response {
  return refused(429, tooOften(seconds), { 'retry-after': String(seconds) })
}

function refused(status: number, { message, help = '' }: Problem, headers: Record<string, string> = {}): Response {
  return textAnswer(status, `${message} ${help}`.trimEnd().concat('\n'), headers)
}

/** Who signed a request, or undefined where nobody did so acceptably. */
async function signer(request: Request): Promise<Actor | undefined> {
  const { store, environment } = await services()
  const signed = signedRequest(withoutOwnPort(request, environment.port), undefined)
  if (signed === undefined) return undefined
  const result = await authenticateHawk(signed, (clientId) => readClient(store, clientId), new Date())
  if (result.status !== 'auth-success') return undefined
  noteClient(result.clientId)
  return { who: result.clientId, scopes: result.scopes }
}
