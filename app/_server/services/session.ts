import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { readSession } from '@/lib/auth/sessions/readSession'
import type { Session } from '@/lib/auth/sessions/session'
import { noteClient } from '@/lib/http/currentRequest'
import { type Deployment, embeddedDeployment } from '@/lib/registrar/deployment/deployment'
import { services } from './services'

/** Who is signed in, or undefined; asked once a request. */
export const currentSession = cache(async (): Promise<Session | undefined> => {
  const { sessions } = await services()
  const session = await readSession(sessions, await cookies(), new Date())
  if (session !== undefined) noteClient(session.who)
  return session
})

/** The deployment that somebody is signed in with, as themselves; the one of this server, as nobody, for whoever is not signed in. */
export async function sessionDeployment(session: Session | undefined): Promise<Deployment> {
  const { environment } = await services()
  if (session === undefined || session.rootUrl === environment.rootUrl) {
    return embeddedDeployment(environment, session?.credentials)
  }
  return { rootUrl: session.rootUrl, credentials: session.credentials }
}
