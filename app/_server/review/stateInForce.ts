import 'server-only'
import type { OpenedCatalog } from '@/app/_server/catalog/openCatalog'
import { services } from '@/app/_server/services/services'
import { currentSession, sessionDeployment } from '@/app/_server/services/session'
import { textAnswer } from '@/app/_server/services/textAnswer'
import { isTaskQueueId } from '@/app/_server/workerTypes/openWorkerType'
import { registrarClient } from '@/app/_server/workerTypes/registrationChecks'
import type { Session } from '@/lib/auth/sessions/session'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { type InForce, readInForce } from '@/lib/registrar/deployment/readInForce'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion } from '@/lib/registry/versions/versions'
import type { ReviewSide } from '@/lib/review/reviewSide'
import { versionSide } from './reviewSides'

/** What is in force of a worker type at this moment, by the word of its Queue. */
export interface StateInForce {
  inForce: InForce
  /** the Queue holds something else than the version that was registered here last, if any was */
  changedElsewhere: boolean
  /** names what was seen, so that it can be told whether it has changed since */
  seen: string
}

/** How long a page waits for the Queue, in milliseconds. */
const patience = 3000

/**
 * Asks the deployment that somebody is signed in with (this server's, for whoever is not) what it holds of a worker type. This server's own Queue
 * is asked as this server, since the readers of a design may see what its workers are held to. `current` was registered here last.
 */
export async function stateInForce(
  session: Session | undefined,
  taskQueueId: string,
  current: Version | undefined,
): Promise<StateInForce> {
  const reader = await inForceReader(await sessionDeployment(session))
  const inForce = await readInForce({ ...reader, patience }, taskQueueId)
  if (inForce.state === 'held') {
    const { schemaSha256 } = inForce
    return { inForce, changedElsewhere: schemaSha256 !== current?.schemaSha256, seen: schemaSha256 }
  }
  const taken = inForce.state === 'none' && current?.outcome === 'enforced'
  return { inForce, changedElsewhere: taken, seen: inForce.state }
}

/** As whom to read what a deployment has in force: this server's own as this server. */
export async function inForceReader(client: Deployment): Promise<Deployment> {
  return (await registrarClient())(client.rootUrl) ?? client
}

/** What a design is compared with: what the Queue holds, as far as it says so, else what was registered last; undefined where there is neither. */
export async function sideInForce(
  { inForce, changedElsewhere }: StateInForce,
  current: Version | undefined,
  opened: OpenedCatalog,
): Promise<ReviewSide | undefined> {
  const registered = current && (await versionSide(current, opened))
  if (!changedElsewhere || inForce.state !== 'held') return registered
  return { catalogVersions: {}, ...registered, label: 'what is in force', payloadSchema: inForce.payloadSchema }
}

/** What the Queue holds of a worker type at this moment, as `wtd diff` reads it, whether or not it was registered here. */
export async function inForceAnswer({
  provisionerId,
  workerType,
}: {
  provisionerId: string
  workerType: string
}): Promise<Response> {
  const taskQueueId = `${provisionerId}/${workerType}`
  if (!isTaskQueueId(taskQueueId)) return nothing()
  const { store } = await services()
  const current = await currentVersion(store, taskQueueId)
  const { inForce, changedElsewhere } = await stateInForce(await currentSession(), taskQueueId, current)
  if (current === undefined && (inForce.state === 'none' || inForce.state === 'unheld')) return nothing()
  const answer = { taskQueueId, version: current?.number ?? null, changedElsewhere, ...inForce }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}

function nothing(): Response {
  return textAnswer(404, 'No such worker type is registered.\n')
}
