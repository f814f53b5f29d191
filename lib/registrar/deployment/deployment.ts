import type { Credentials } from '@/lib/auth/credentials/credentials'

/** A Taskcluster deployment, and as whom to talk to it. */
export interface Deployment {
  rootUrl: string
  /** where to connect to, when that is not `rootUrl`: the embedded Queue is reached without a detour through the outside */
  address?: string
  /** without them: as nobody */
  credentials?: Credentials
  /** how long to wait for an answer, in milliseconds; 15 seconds where nobody says */
  patience?: number
}

/** How long to wait for an answer of a deployment, in milliseconds. */
export function patienceOf({ patience = 15_000 }: Deployment): number {
  return patience
}

/** The embedded Queue as a deployment: named by its public root URL, and reached directly on this machine. */
export function embeddedDeployment(
  { rootUrl, host, port }: { rootUrl: string; host: string; port: number },
  credentials?: Credentials,
): Deployment {
  const anywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
  const reachable = anywhere[host] ?? host
  const address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
  return { rootUrl, address, credentials }
}
