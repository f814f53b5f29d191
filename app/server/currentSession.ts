import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { readSession } from '@/lib/auth/readSession'
import type { Session } from '@/lib/auth/session'
import { noteClient } from '@/lib/http/currentRequest'
import { services } from './services'

/** Who is signed in, or undefined; asked once a request. */
export const currentSession = cache(async (): Promise<Session | undefined> => {
  const { sessions } = await services()
  const session = await readSession(sessions, await cookies(), new Date())
  if (session !== undefined) noteClient(session.who)
  return session
})
