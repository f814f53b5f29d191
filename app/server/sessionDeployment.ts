import 'server-only'
import type { Session } from '@/lib/auth/session'
import type { Deployment } from '@/lib/queue/registrar/deployment'
import { embeddedDeployment } from '@/lib/queue/registrar/embeddedDeployment'
import { services } from './services'

/** The deployment that somebody is signed in with, as themselves; the one of this server, as nobody, for whoever is not signed in. */
export async function sessionDeployment(session: Session | undefined): Promise<Deployment> {
  const { environment } = await services()
  if (session === undefined || session.rootUrl === environment.rootUrl) {
    return embeddedDeployment(environment, session?.credentials)
  }
  return { rootUrl: session.rootUrl, credentials: session.credentials }
}
