import 'server-only'
import { checkNow } from '@/app/server/registrationChecks'
import { services } from '@/app/server/services'
import { textAnswer } from '@/app/server/textAnswer'
import type { RegisteredVersion, Standing } from '@/lib/queue/registrar/standing'
import { currentVersion } from '@/lib/registry/currentVersion'
import { listWorkerTypes } from '@/lib/registry/listWorkerTypes'
import { isTaskQueueId } from './isTaskQueueId'
import { readStandings } from './readStandings'

/** A check that is younger than this, in milliseconds, is not made again for whoever asks. */
const freshEnough = 30_000

/** How one worker type stands, or all of them, as `wtd status` reads it; what was not compared lately is compared first. */
export async function standingAnswer(taskQueueId?: string): Promise<Response> {
  const { store } = await services()
  const read = async (): Promise<RegisteredVersion[]> => {
    if (taskQueueId === undefined) return listWorkerTypes(store)
    const version = isTaskQueueId(taskQueueId) ? await currentVersion(store, taskQueueId) : undefined
    return version === undefined ? [] : [version]
  }
  const versions = await read()
  if (taskQueueId !== undefined && versions.length === 0) {
    return textAnswer(404, 'No such worker type is registered.\n')
  }
  if ((await readStandings(versions)).some(isOld)) await checkNow(taskQueueId)
  const workerTypes = await readStandings(await read())
  return Response.json({ workerTypes }, { headers: { 'cache-control': 'no-store' } })
}

function isOld({ checkedAt }: Standing): boolean {
  return checkedAt === null || Date.now() - checkedAt.getTime() > freshEnough
}
