import type { JsonObject } from '@/lib/base/json'
import { type Result, succeed } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import { outcomeWords, sendDeclaration } from './deployment/declaration'
import type { Deployment } from './deployment/deployment'
import { prepareRegistration } from './prepareRegistration'

/** What came of a declaration, or would have come. */
export interface DirectDeclaration {
  taskQueueId: string
  outcome: RegistrationOutcome
  /** a sentence or two for the admin */
  words: string
  /** the body of declareWorkerType */
  request: JsonObject
  /** what the Queue said; null where nothing was sent */
  answer: JsonObject | null
}

/**
 * Registers a composition with a Queue without keeping anything here: for the command line. A dry run checks all that can be checked, and
 * sends nothing. Problems: those of `prepareRegistration` and `queueProblem`.
 */
export async function declareDirectly({
  deployment,
  composition,
  expires,
  dryRun = false,
}: {
  deployment: Deployment
  composition: Composition
  expires: Date
  dryRun?: boolean
}): Promise<Result<DirectDeclaration>> {
  const prepared = await prepareRegistration(composition, deployment, expires)
  if (!prepared.ok) return prepared
  const { connection, request } = prepared.value
  const { meaning, advice } = outcomeWords[connection.outcome]
  const words = [meaning, advice].filter((sentence) => sentence !== '').join(' ')
  const common = { taskQueueId: request.taskQueueId, outcome: connection.outcome, words, request: request.body }
  if (dryRun) return succeed({ ...common, answer: null })
  const sent = await sendDeclaration(connection, request)
  return sent.ok ? succeed({ ...common, answer: sent.value }) : sent
}
