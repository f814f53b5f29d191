import 'server-only'
import { headers } from 'next/headers'
import { requestSource } from '@/app/_server/services/requestSource'
import { services } from '@/app/_server/services/services'
import { currentSession } from '@/app/_server/services/session'
import { recordRefusal } from '@/lib/auth/recordRefusal'
import { type Problem, shortProblems } from '@/lib/base/problem'
import { markReached } from '@/lib/http/currentRequest'
import { withAuditSource } from '@/lib/registry/audit/recordAudit'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import { type ArgumentSchemas, matchArguments } from './actionArguments'
import { type Actor, type Ask, demand, demandReading, type Readers } from './demand'
import { type Limited, secondsToWait, tooOften } from './rates'
import { crossSite, malformedArguments, Refused, refusal } from './refused'
import { isSameOrigin } from './sameOrigin'

/** How an action is guarded. */
export interface ActionGuard<Answer> {
  /** the name of the action, for the audit */
  name: string
  /** who may call it at all; what else it takes, it asks for itself */
  readers: Readers
  /** what is limited, where that is not everything that a caller likes to do */
  limited?: Limited
  /** problems of an answer in which a deployment may say that it does not let the caller do something */
  deploymentProblems?: (answer: Answer) => readonly Problem[]
  /** the answer to whoever may not */
  refuse: (problem: Problem) => Answer
}

/**
 * The one way to a server action: refuses what another site sends, lets through who may read, and hands the action a way to ask for more.
 * An action that asks for nothing has nobody to act for, so it can change nothing in somebody's name. `takes` says what its arguments are, since
 * anybody can send any.
 */
export function guardedAction<Args extends unknown[], Answer>(
  { name, readers, limited, deploymentProblems, refuse }: ActionGuard<Answer>,
  takes: ArgumentSchemas<Args>,
  run: (ask: Ask, ...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  return async (...args) => {
    markReached()
    const [asked, { environment }] = await Promise.all([headers(), services()])
    if (!isSameOrigin(asked, environment.rootUrl)) return refuse(crossSite)
    const source = requestSource(asked, 'browser')
    return withAuditSource(source, async () => {
      try {
        const session = await currentSession()
        const wait =
          limited === undefined ? 0 : secondsToWait(limited, { address: source.address, client: session?.who })
        if (wait > 0) return refuse(tooOften(wait))
        await demandReading(readers, session, name)
        if (!matchArguments(takes, args)) return refuse(malformedArguments)
        const answer = await run((need) => demand(need, session, name), ...args)
        if (deploymentProblems !== undefined && session !== undefined) {
          await recordDeploymentRefusals(deploymentProblems(answer), session, name)
        }
        return shortened(answer)
      } catch (error) {
        if (error instanceof Refused) return refuse(refusal(error.permission))
        const trouble = databaseTrouble(error)
        if (trouble !== undefined) return refuse(trouble)
        throw error
      }
    })
  }
}

/** What an action says of a document goes to the browser with names that stand in it. */
function shortened<Answer>(answer: Answer): Answer {
  if (typeof answer !== 'object' || answer === null || !('problems' in answer)) return answer
  return Array.isArray(answer.problems) ? { ...answer, problems: shortProblems(answer.problems) } : answer
}

/** How a deployment says that somebody may not do something. */
const refusals = ['queue-scopes-missing', 'queue-credentials-refused']

/** Tells the audit of what a deployment did not let somebody do: its services ask for scopes of their own, beyond the guard's. */
async function recordDeploymentRefusals(problems: readonly Problem[], actor: Actor, name: string): Promise<void> {
  const { store } = await services()
  for (const { code, message } of problems) {
    if (!refusals.includes(code)) continue
    const detail = { by: 'deployment', code, why: message }
    await recordRefusal(store, { who: actor.who, what: `action:${name}`, at: new Date(), detail })
  }
}
