'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { createSession } from '@/lib/auth/createSession'
import type { Problem } from '@/lib/base/problem'
import type { Ask } from '../guard/demand'
import { guardedAction } from '../guard/guardedAction'
import { services } from '../server/services'

/** What the form shows after a refusal: what was typed, less the secret, and why. */
export interface SignInState {
  clientId: string
  problems: Problem[]
}

/** Signs in with the token of a link or with credentials, and goes on to the first page. */
export const signIn = guardedAction(
  { name: 'signIn', readers: 'everyone', refuse: (problem): SignInState => ({ clientId: '', problems: [problem] }) },
  begin,
)

async function begin(_ask: Ask, _before: SignInState, form: FormData): Promise<SignInState> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const { sessions } = await services()
  const token = text('token')
  const clientId = text('clientId')
  const certificate = text('certificate')
  const credentials = { clientId, accessToken: text('accessToken'), ...(certificate === '' ? {} : { certificate }) }
  const answer = await createSession(sessions, await cookies(), token === '' ? { credentials } : { token }, new Date())
  if (!answer.ok) return { clientId, problems: answer.problems }
  redirect('/')
}
