'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { guardedAction } from '@/app/guard/guardedAction'
import { services } from '@/app/server/services'
import { endSession } from '@/lib/auth/endSession'

/** Ends the session of whoever asks. */
export const signOut = guardedAction({ name: 'signOut', readers: 'everyone', refuse: () => redirect('/') }, [], end)

async function end(): Promise<void> {
  const { sessions } = await services()
  await endSession(sessions, await cookies(), new Date())
  redirect('/')
}
