'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { endSession } from '@/lib/auth/endSession'
import { guardedAction } from '../guard/guardedAction'
import { services } from '../server/services'

/** Ends the session of whoever asks. */
export const signOut = guardedAction({ name: 'signOut', readers: 'everyone', refuse: () => redirect('/') }, [], end)

async function end(): Promise<void> {
  const { sessions } = await services()
  await endSession(sessions, await cookies(), new Date())
  redirect('/')
}
