import { createServer, type RequestListener, type Server } from 'node:http'

/** A server that listens, at the address it has. */
export interface HttpHost {
  url: string
  /**
   * Takes no more connections, lets what is being answered finish, and ends what is still open after `graceMilliseconds` (by default
   * never).
   */
  close(graceMilliseconds?: number): Promise<void>
}

const seconds = 1000
const minutes = 60 * seconds

/** Listens with Node's own HTTP server. A head must arrive within a minute, a whole request within 30. */
export async function listen(
  listener: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<HttpHost> {
  const server = createServer({ headersTimeout: minutes, requestTimeout: 30 * minutes }, listener)
  // a client that speaks no HTTP gets Node's own short answer, and one that is gone gets none
  server.keepAliveTimeout = 75 * seconds
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: (grace) => close(server, grace),
  }
}

function close(server: Server, graceMilliseconds: number | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // connections that become idle only now are ended too
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const limit =
      graceMilliseconds === undefined ? undefined : setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    server.close((error) => {
      clearInterval(idle)
      clearTimeout(limit)
      if (error) reject(error)
      else resolve()
    })
    server.closeIdleConnections()
  })
}
