import 'server-only'
import type { Problem } from '@/lib/base/problem'
import { rateLimit } from './rateLimit'

// A limit counts for the whole process, and pages and route handlers are bundled apart from each other.
type Limit = ReturnType<typeof rateLimit>
const kept: { [key: symbol]: Record<'signIn' | 'work', Limit> | undefined } = globalThis
const key = Symbol.for('worker-type-designer.rates')

/** What is limited: trying to sign in, and what takes time to compute. */
export type Limited = 'signIn' | 'work'

/** One try of a caller, by the address or name: true where it is allowed. */
export function withinRate(limited: Limited, caller: string): boolean {
  kept[key] ??= {
    signIn: rateLimit({ burst: 20, perMinute: 10 }),
    work: rateLimit({ burst: 120, perMinute: 120 }),
  }
  return kept[key][limited](caller, Date.now())
}

/** Said to whoever asks too often. */
export const tooOften: Problem = {
  code: 'too-many-requests',
  severity: 'error',
  message: 'This was asked for too often.',
  path: '',
  help: 'Wait a minute and try again; what you typed stays here.',
}
