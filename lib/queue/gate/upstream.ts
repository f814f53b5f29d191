import { isIP } from 'node:net'
import { buildConnector, Pool } from 'undici'

/** Milliseconds that are granted to the Queue behind the gate. */
export interface UpstreamLimits {
  connect: number
  /** until the head of an answer is there; a long poll of claimWork takes 20 seconds */
  answer: number
  /** between two parts of an answer */
  pause: number
}

/** The deployment behind the gate. */
export interface Upstream {
  /** the `Host` of the gate's own questions: the public one, by which a shared address tells deployments apart */
  host: string
  pool: Pool
  close(): Promise<void>
}

/**
 * Makes ready for requests to a deployment at an address; `rootUrl` is what its users call it. Connections are kept open, and there are as
 * many as requests at a time.
 */
export function openUpstream(address: string, rootUrl: string, { connect, answer, pause }: UpstreamLimits): Upstream {
  const { origin, hostname } = new URL(address)
  // the name of the TLS certificate is upstream's, whatever `Host` the client has sent
  const servername = isIP(hostname) ? undefined : hostname
  const connector = buildConnector({ timeout: connect, servername })
  const pool = new Pool(origin, {
    connect: (options, callback) => connector({ ...options, servername }, callback),
    headersTimeout: answer,
    bodyTimeout: pause,
    pipelining: 1,
  })
  return { host: new URL(rootUrl).host, pool, close: () => pool.destroy() }
}
