import 'server-only'
import { type RegisteredVersion, type Standing, standingOf } from '@/lib/queue/registrar/standing'
import { readQueueCheck } from '@/lib/registry/readQueueCheck'
import { readWorkerTypeSettings } from '@/lib/registry/readWorkerTypeSettings'
import { expiryWarning } from '../server/registrationChecks'
import { services } from '../server/services'

/** How a registered version stands with its Queue, by the last check. */
export async function readStanding(version: RegisteredVersion): Promise<Standing> {
  const { store } = await services()
  const [check, settings, warnBefore] = await Promise.all([
    readQueueCheck(store, version.taskQueueId),
    readWorkerTypeSettings(store, version.taskQueueId),
    expiryWarning(),
  ])
  const automaticRenewal = settings?.automaticRenewal === true
  return standingOf(version, check, { automaticRenewal, now: new Date(), warnBefore })
}
