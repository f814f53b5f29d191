import 'server-only'
import { stateInForce } from '@/app/review/stateInForce'
import { currentSession } from '@/app/server/currentSession'
import { services } from '@/app/server/services'
import { textAnswer } from '@/app/server/textAnswer'
import { currentVersion } from '@/lib/registry/currentVersion'
import { isTaskQueueId } from './isTaskQueueId'

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
