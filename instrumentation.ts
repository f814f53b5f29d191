/** Opens the store before the first request, so that a server that answers is a server that works; from here on nothing prints secrets. */
export async function register() {
  // A build starts the app too, to see which pages it can render, and has no business with the data directory.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.WORKER_TYPE_DESIGNER_BUILD === '1') return
  const { redactConsole } = await import('./app/server/redactConsole')
  redactConsole(globalThis.console)
  const { startServices } = await import('./app/server/startServices')
  await startServices()
}
