/** Opens the store before the first request, so that a server that answers is a server that works. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServices } = await import('./app/server/startServices')
  await startServices()
}
