import type { Instrumentation } from 'next'

/** Opens the store before the first request, so that a server that answers is a server that works; from here on nothing prints secrets. */
export async function register() {
  // A build starts the app too, to see which pages it can render, and has no business with the data directory.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.WORKER_TYPE_DESIGNER_BUILD === '1') return
  const { startConsole } = await import('./app/_server/start/startConsole')
  startConsole()
  const { startServices } = await import('./app/_server/start/startServices')
  await startServices()
}

/** Told of what a page throws in its middle, where no guard sees it. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { tellDatabaseGone } = await import('./app/_server/guard/tellDatabaseGone')
  await tellDatabaseGone(() => Promise.reject(error)).catch(() => {})
}
