import 'server-only'
import { services } from '@/app/_server/services/services'
import { textAnswer } from '@/app/_server/services/textAnswer'
import { type QueueStatus, queueStatusOf, type RegisteredVersion } from '@/lib/registrar/checks/queueStatus'
import { listQueueChecks } from '@/lib/registry/renewals/queueChecks'
import { listWorkerTypeSettings } from '@/lib/registry/renewals/workerTypeSettings'
import { currentVersion, listRegisteredWorkerTypes } from '@/lib/registry/versions/versions'
import { isTaskQueueId } from './openWorkerType'
import { checkNow, expiryWarning } from './registrationChecks'

/** How registered versions stand with their Queue, by the last checks, in the order of the versions. */
export async function readQueueStatuses(versions: RegisteredVersion[]): Promise<QueueStatus[]> {
  const { store } = await services()
  const ids = versions.map(({ taskQueueId }) => taskQueueId)
  const [checks, settings, warnBefore] = await Promise.all([
    listQueueChecks(store, ids),
    listWorkerTypeSettings(store, ids),
    expiryWarning(),
  ])
  const checkOf = new Map(checks.map((check) => [check.taskQueueId, check]))
  const automatic = new Set(settings.filter((each) => each.automaticRenewal).map((each) => each.taskQueueId))
  const now = new Date()
  return versions.map((version) => {
    const automaticRenewal = automatic.has(version.taskQueueId)
    return queueStatusOf(version, checkOf.get(version.taskQueueId), { automaticRenewal, now, warnBefore })
  })
}

/** A check that is younger than this, in milliseconds, is not made again for whoever asks. */
const freshEnough = 30_000

/** How one worker type stands, or all of them, as `wtd status` reads it; what was not compared lately is compared first. */
export async function statusAnswer(taskQueueId?: string): Promise<Response> {
  const { store } = await services()
  const read = async (): Promise<RegisteredVersion[]> => {
    if (taskQueueId === undefined) return listRegisteredWorkerTypes(store)
    const version = isTaskQueueId(taskQueueId) ? await currentVersion(store, taskQueueId) : undefined
    return version === undefined ? [] : [version]
  }
  const versions = await read()
  if (taskQueueId !== undefined && versions.length === 0) {
    return textAnswer(404, 'No such worker type is registered.\n')
  }
  if ((await readQueueStatuses(versions)).some(isOld)) await checkNow(taskQueueId)
  const workerTypes = await readQueueStatuses(await read())
  return Response.json({ workerTypes }, { headers: { 'cache-control': 'no-store' } })
}

function isOld({ checkedAt }: QueueStatus): boolean {
  return checkedAt === null || Date.now() - checkedAt.getTime() > freshEnough
}
