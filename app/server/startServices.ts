import 'server-only'
import { ServicesUnavailable, services } from './services'

/** Opens the services; where that is impossible the process says why and ends. */
export async function startServices(): Promise<void> {
  try {
    await services()
  } catch (error) {
    if (!(error instanceof ServicesUnavailable)) throw error
    process.stderr.write(`Worker Type Designer cannot start: ${error.message}.\n`)
    process.exit(1)
  }
}
