import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { besideRequests } from '@/app/server/besideRequests'
import { registrarClient } from '@/app/server/registrarClient'
import { services } from '@/app/server/services'
import { resumePoolRegistrations } from '@/lib/queue/registrar/resumePoolRegistrations'
import { resumeRegistrations } from '@/lib/queue/registrar/resumeRegistrations'
import { pendingPoolRegistrations } from '@/lib/registry/listPoolRegistrations'
import { pendingIntents } from '@/lib/registry/pendingIntents'
import { pendingRenewals } from '@/lib/registry/pendingRenewals'

/**
 * Sends registrations with the embedded Queue again that the last run of this process left without an outcome. The Queue is this process
 * itself, which takes requests a moment after its start: hence the patience.
 */
export async function resumeRegistrationsLater(): Promise<void> {
  const { store } = await services()
  const pending = await Promise.all([pendingIntents(store), pendingRenewals(store), pendingPoolRegistrations(store)])
  if (pending.flat().length === 0) return
  const clientFor = await registrarClient()
  for (const seconds of [0.2, 0.5, 1, 2, 4, 8, 16, 32]) {
    await pause(seconds * 1000, undefined, { ref: false })
    const options = { store, clientFor, now: new Date() }
    const open = await besideRequests(async () => [
      ...(await resumeRegistrations(options)).open,
      ...(await resumePoolRegistrations(options)).open,
    ])
    if (open === undefined || open.every(({ problems }) => problems.length === 0)) return
  }
}
