import { createServer } from 'node:http'
import { afterEach } from 'vitest'
import { freePort } from '@/lib/registry/testing/freePort'

/** Starts apps that answer these texts, by path; anything else is 404 as the app says it. They end after each test. */
export function answeringApp(): (answers: Record<string, string>, status?: number) => Promise<string> {
  let stop = async () => {}
  afterEach(async () => {
    await stop()
    stop = async () => {}
  })
  return async (answers, status = 200) => {
    const port = await freePort()
    const server = createServer((request, response) => {
      const answer = answers[request.url ?? '']
      response.writeHead(answer === undefined ? 404 : status, { 'content-type': 'application/json' })
      response.end(answer ?? 'No such worker type is registered.\n')
    }).listen(port, '127.0.0.1')
    stop = () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    return `http://127.0.0.1:${port}`
  }
}
