import type { Problem } from '@/lib/base/problem'

/** Said to whoever wants to change something without a session. */
export const signInNeeded: Problem = {
  code: 'sign-in-needed',
  severity: 'error',
  message: 'You are not signed in.',
  path: '',
  help: 'Sign in in another tab and try again; what you typed stays here.',
}
