import 'server-only'
import pino from 'pino'
import { readClient } from '@/lib/auth/readClient'
import { embeddedDeployment } from '@/lib/queue/registrar/embeddedDeployment'
import { resumeRegistrations } from '@/lib/queue/registrar/resumeRegistrations'
import { services } from './services'

const log = pino({ name: 'registrations' })

/** Finishes the registrations that a crash has left between intent and outcome, as the first client, and logs what came of them. */
export async function resumePending(): Promise<void> {
  const { store, environment } = await services()
  const admin = await readClient(store, 'admin')
  const credentials = admin && { clientId: admin.clientId, accessToken: admin.accessToken }
  const deployment = embeddedDeployment(environment, credentials)
  const { settled, open } = await resumeRegistrations({ store, clientFor: () => deployment, now: new Date() })
  for (const { taskQueueId, number, state, outcome } of settled) {
    log.info({ taskQueueId, number, state, outcome }, 'a registration was finished')
  }
  for (const { version, problems } of open) {
    const { taskQueueId, number } = version
    log.warn({ taskQueueId, number, problems }, 'a registration is still open')
  }
}
