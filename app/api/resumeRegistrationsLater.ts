import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { services } from '@/app/server/services'
import { readClient } from '@/lib/auth/readClient'
import { embeddedDeployment } from '@/lib/queue/registrar/embeddedDeployment'
import { resumeRegistrations } from '@/lib/queue/registrar/resumeRegistrations'
import { pendingIntents } from '@/lib/registry/pendingIntents'

/**
 * Sends registrations with the embedded Queue again that the last run of this process left without an outcome. The Queue is this process
 * itself, which takes requests a moment after its start: hence the patience.
 */
export async function resumeRegistrationsLater(): Promise<void> {
  const { store, environment } = await services()
  if ((await pendingIntents(store)).length === 0) return
  const admin = await readClient(store, 'admin')
  const credentials = admin && { clientId: admin.clientId, accessToken: admin.accessToken }
  const deployment = embeddedDeployment(environment, credentials)
  const clientFor = ({ rootUrl }: { rootUrl: string }) => (rootUrl === environment.rootUrl ? deployment : undefined)
  for (const seconds of [0.2, 0.5, 1, 2, 4, 8, 16, 32]) {
    await pause(seconds * 1000, undefined, { ref: false })
    const { open } = await resumeRegistrations({ store, clientFor, now: new Date() })
    if (open.every(({ version }) => clientFor(version) === undefined)) return
  }
}
