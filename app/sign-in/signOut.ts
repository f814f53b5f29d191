'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { endSession } from '@/lib/auth/endSession'
import { services } from '../server/services'

/** Ends the session of whoever asks. */
export async function signOut(): Promise<void> {
  const { sessions } = await services()
  await endSession(sessions, await cookies(), new Date())
  redirect('/')
}
