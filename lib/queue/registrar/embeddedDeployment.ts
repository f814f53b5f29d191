import type { Credentials } from '@/lib/auth/credentials'
import type { Deployment } from './deployment'

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
