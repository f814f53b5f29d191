import 'server-only'
import pino from 'pino'
import { resumeRegistrationsLater } from '@/app/api/resumeRegistrationsLater'
import { ServicesUnavailable, services } from './services'

/** Opens the services; where that is impossible the process says why and ends. */
export async function startServices(): Promise<void> {
  try {
    await services()
    startResuming()
  } catch (error) {
    if (!(error instanceof ServicesUnavailable)) throw error
    process.stderr.write(`Worker Type Designer cannot start: ${error.message}.\n`)
    process.exit(1)
  }
}

function startResuming(): void {
  resumeRegistrationsLater().catch((error: unknown) => {
    pino({ name: 'registrar' }).error({ err: error }, 'registrations could not be resumed')
  })
}
