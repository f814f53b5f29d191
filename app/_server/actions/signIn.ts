'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formData, formText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { services } from '@/app/_server/services/services'
import { createSession } from '@/lib/auth/sessions/createSession'
import { endSession } from '@/lib/auth/sessions/endSession'
import type { Problem } from '@/lib/base/problem'

/** What the form shows after a refusal: what was typed, less the secret, and why. */
export interface SignInState {
  clientId: string
  problems: Problem[]
}

/** Signs in with the token of a link or with credentials, and goes on to the first page. */
export const signIn = guardedAction(
  {
    name: 'signIn',
    readers: 'everyone',
    limited: 'signIn',
    refuse: (problem): SignInState => ({ clientId: '', problems: [problem] }),
  },
  [z.unknown(), formData],
  begin,
)

async function begin(_ask: Ask, _before: unknown, form: FormData): Promise<SignInState> {
  const text = (name: string, longest = 1000) => formText(form, name).trim().slice(0, longest)
  const { sessions } = await services()
  const token = text('token')
  const clientId = text('clientId')
  // it carries a list of scopes, everything else is short, and is said again
  const certificate = text('certificate', 500_000)
  const credentials = { clientId, accessToken: text('accessToken'), ...(certificate === '' ? {} : { certificate }) }
  // the deployment is one of those that the server knows, whatever the form says
  const rootUrl = text('rootUrl') === sessions.elsewhere?.rootUrl ? sessions.elsewhere.rootUrl : sessions.rootUrl
  const signIn = token === '' ? { credentials, rootUrl } : { token }
  const answer = await createSession(sessions, await cookies(), signIn, new Date())
  if (!answer.ok) return { clientId, problems: answer.problems }
  redirect('/')
}

/** Ends the session of whoever asks. */
export const signOut = guardedAction({ name: 'signOut', readers: 'everyone', refuse: () => redirect('/') }, [], end)

async function end(): Promise<void> {
  const { sessions } = await services()
  await endSession(sessions, await cookies(), new Date())
  redirect('/')
}
