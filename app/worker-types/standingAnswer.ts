import 'server-only'
import type { Standing } from '@/lib/queue/registrar/standing'
import { currentVersion } from '@/lib/registry/currentVersion'
import { listWorkerTypes } from '@/lib/registry/listWorkerTypes'
import { checkNow } from '../server/registrationChecks'
import { services } from '../server/services'
import { textAnswer } from '../server/textAnswer'
import { isTaskQueueId } from './isTaskQueueId'
import { readStanding } from './readStanding'

/** A check that is younger than this, in milliseconds, is not made again for whoever asks. */
const freshEnough = 30_000

/** How one worker type stands, or all of them, as `wtd status` reads it; what was not compared lately is compared first. */
export async function standingAnswer(taskQueueId?: string): Promise<Response> {
  const { store } = await services()
  if (taskQueueId === undefined) {
    const versions = await listWorkerTypes(store)
    const read = () => Promise.all(versions.map(readStanding))
    const before = await read()
    if (before.some(isOld)) await checkNow()
    return answer(await read())
  }
  const version = isTaskQueueId(taskQueueId) ? await currentVersion(store, taskQueueId) : undefined
  if (version === undefined) return textAnswer(404, 'No such worker type is registered.\n')
  if (isOld(await readStanding(version))) await checkNow(taskQueueId)
  return answer([await readStanding(version)])
}

function isOld({ checkedAt }: Standing): boolean {
  return checkedAt === null || Date.now() - checkedAt.getTime() > freshEnough
}

function answer(workerTypes: Standing[]): Response {
  return Response.json({ workerTypes }, { headers: { 'cache-control': 'no-store' } })
}
