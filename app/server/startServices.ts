import 'server-only'
import { resumeRegistrationsLater } from '@/app/api/resumeRegistrationsLater'
import { listExamples } from '@/app/designs/listExamples'
import { redactText } from '@/lib/base/redact'
import { createLog } from '@/lib/http/createLog'
import { lanes } from '@/lib/thread/lanes'
import { startRegistrationChecks } from './registrationChecks'
import { ServicesUnavailable, services } from './services'

const log = createLog('start')

/** milliseconds; before that, the first page needs the processor */
const warmUpAfter = 3000

/** Composes something, so that the first design need not wait for the thread and its catalog. */
async function warmUp(): Promise<void> {
  const [example] = await listExamples()
  const document = example?.text ?? ''
  await lanes().quick.ask('examples', { subject: { document } }, { budget: 30_000 })
}

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
