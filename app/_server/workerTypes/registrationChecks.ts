import 'server-only'
import { services } from '@/app/_server/services/services'
import { readClient } from '@/lib/auth/credentials/client'
import type { JsonObject } from '@/lib/base/json'
import type { SchemaChange } from '@/lib/compare/schemaComparison'
import { createLog } from '@/lib/http/createLog'
import { checkRegistrations } from '@/lib/registrar/checks/checkRegistrations'
import { repeatTask } from '@/lib/registrar/checks/repeatTask'
import { type Deployment, embeddedDeployment } from '@/lib/registrar/deployment/deployment'
import { resumePoolRegistrations } from '@/lib/registrar/pools/registerWorkerPool'
import { resumeRegistrations } from '@/lib/registrar/resumeRegistrations'
import { breakingChanges } from '@/lib/review/answerOf'
import { compareInWorker } from '@/lib/thread/compareInWorker'
import { besideRequests } from './besideRequests'

/** The changes from one payload schema to another that break tasks, or may; found in a thread, within the time budget. */
export async function findBreaks(old: JsonObject, next: JsonObject): Promise<SchemaChange[]> {
  return breakingChanges(await compareInWorker(old, next))
}

/** As whom this process itself talks to Queues, by their root URL: to the embedded one as the admin client, to others not at all. */
export async function registrarClient(): Promise<(rootUrl: string) => Deployment | undefined> {
  const { store, environment } = await services()
  const admin = await readClient(store, 'admin')
  const credentials = admin?.accessToken ? { clientId: admin.clientId, accessToken: admin.accessToken } : undefined
  const deployment = embeddedDeployment(environment, credentials)
  return (rootUrl) => (rootUrl === environment.rootUrl ? deployment : undefined)
}

const log = createLog('registrations')
const minute = 60_000
const day = 24 * 60 * minute

/** How long before its end a registration is said to expire, in milliseconds. */
export async function expiryWarning(): Promise<number> {
  const { environment } = await services()
  return environment.expiryWarningDays * day
}

/** Compares what is registered with the Queue after a while, and goes on doing so as often as the environment says. */
export async function startRegistrationChecks(): Promise<void> {
  const { environment } = await services()
  if (environment.checkMinutes === 0) return
  const onFailure = (error: unknown) => log.error({ err: error }, 'registrations could not be compared')
  const round = async () => {
    const [{ settled, open }, { checked, renewed, problems }] = [await resume(), await check()]
    const counts = { settled: settled.length, open: open.length, checked: checked.length, renewed, problems }
    log.info(counts, 'registrations were compared with the Queue')
  }
  repeatTask(() => besideRequests(round), { every: environment.checkMinutes * minute, onFailure })
}

const running = new Map<string, Promise<unknown>>()

/** Compares one worker type, or all of them, with the Queue. Whoever asks for the same meanwhile waits for the same answer. */
export async function checkNow(taskQueueId?: string): Promise<void> {
  const key = taskQueueId ?? ''
  const asked = running.get(key) ?? check(taskQueueId).finally(() => running.delete(key))
  running.set(key, asked)
  await asked
}

async function check(taskQueueId?: string) {
  const { store, sessions } = await services()
  const [own, warnBefore] = await Promise.all([registrarClient(), expiryWarning()])
  // the other deployment is read as nobody; what it shows nobody stays unknown
  const other = sessions.elsewhere?.rootUrl
  const clientFor = (rootUrl: string) => own(rootUrl) ?? (rootUrl === other ? { rootUrl } : undefined)
  return checkRegistrations({ store, clientFor, now: () => new Date(), warnBefore, findBreaks, taskQueueId })
}

/** Sends again what a silent Queue, or a process that is gone, has left without an outcome. */
async function resume() {
  const { store } = await services()
  const options = { store, clientFor: await registrarClient(), now: new Date(), leaveInFlight: true }
  const types = await resumeRegistrations(options)
  const pools = await resumePoolRegistrations(options)
  return { settled: [...types.settled, ...pools.settled], open: [...types.open, ...pools.open] }
}
