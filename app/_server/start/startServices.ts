import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { listExamples } from '@/app/_server/designs/listExamples'
import { ServicesUnavailable, services } from '@/app/_server/services/services'
import { besideRequests } from '@/app/_server/workerTypes/besideRequests'
import { registrarClient, startRegistrationChecks } from '@/app/_server/workerTypes/registrationChecks'
import { redactText } from '@/lib/base/redact'
import { createLog } from '@/lib/http/createLog'
import { resumePoolRegistrations } from '@/lib/registrar/pools/registerWorkerPool'
import { resumeRegistrations } from '@/lib/registrar/resumeRegistrations'
import { pendingPoolRegistrations } from '@/lib/registry/pools/poolRegistrations'
import { pendingRenewals } from '@/lib/registry/renewals/renewals'
import { pendingIntents } from '@/lib/registry/versions/versions'
import { lanes } from '@/lib/thread/lanes'

/** Opens the services; where that is impossible the process says why and ends. What a crash left open is finished meanwhile. */
export async function startServices(): Promise<void> {
  try {
    const { catalogFiles } = await services()
    for (const { file, problems } of catalogFiles) {
      if (problems.length > 0) log.warn({ file, problems }, 'an entry of CATALOG_DIR is left out')
    }
  } catch (error) {
    if (!(error instanceof ServicesUnavailable)) throw error
    process.stderr.write(`Worker Type Designer cannot start. ${redactText(error.message)}\n`)
    process.exit(1)
  }
  resumeRegistrationsLater().catch((error: unknown) => log.error({ err: error }, 'registrations could not be resumed'))
  await startRegistrationChecks()
  setTimeout(() => {
    warmUp().catch((error: unknown) => log.error({ err: error }, 'the thread for designs could not be started'))
  }, warmUpAfter).unref()
}

/**
 * Sends registrations with the embedded Queue again that the last run of this process left without an outcome. The Queue is this process
 * itself, which takes requests a moment after its start: hence the patience.
 */
async function resumeRegistrationsLater(): Promise<void> {
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

const log = createLog('start')

/** milliseconds; before that, the first page needs the processor */
const warmUpAfter = 3000

/** Composes something, so that the first design need not wait for the thread and its catalog. */
async function warmUp(): Promise<void> {
  const [example] = await listExamples()
  const document = example?.text ?? ''
  await lanes().quick.ask('examples', { subject: { document } }, { budget: 30_000 })
}
