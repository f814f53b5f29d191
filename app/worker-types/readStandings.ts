import 'server-only'
import { expiryWarning } from '@/app/server/registrationChecks'
import { services } from '@/app/server/services'
import type { RegisteredVersion, Standing } from '@/lib/queue/registrar/standing'
import { standingOf } from '@/lib/queue/registrar/standingOf'
import { listQueueChecks } from '@/lib/registry/listQueueChecks'
import { listWorkerTypeSettings } from '@/lib/registry/listWorkerTypeSettings'

/** How registered versions stand with their Queue, by the last checks, in the order of the versions. */
export async function readStandings(versions: RegisteredVersion[]): Promise<Standing[]> {
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
    return standingOf(version, checkOf.get(version.taskQueueId), { automaticRenewal, now, warnBefore })
  })
}
