import 'server-only'
import { readClient } from '@/lib/auth/readClient'
import type { Deployment } from '@/lib/queue/registrar/deployment'
import { embeddedDeployment } from '@/lib/queue/registrar/embeddedDeployment'
import { services } from './services'

/** As whom this process itself talks to Queues, by their root URL: to the embedded one as the admin client, to others not at all. */
export async function registrarClient(): Promise<(rootUrl: string) => Deployment | undefined> {
  const { store, environment } = await services()
  const admin = await readClient(store, 'admin')
  const credentials = admin?.accessToken ? { clientId: admin.clientId, accessToken: admin.accessToken } : undefined
  const deployment = embeddedDeployment(environment, credentials)
  return (rootUrl) => (rootUrl === environment.rootUrl ? deployment : undefined)
}
