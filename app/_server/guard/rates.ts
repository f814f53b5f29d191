import type { Problem } from '@/lib/base/problem'
import { addressBlock, rateLimit } from '@/lib/base/rateLimit'

// A limit counts for the whole process, and pages, route handlers and what is before them are bundled apart from each other.
type Limit = ReturnType<typeof rateLimit>
const kept: { [key: symbol]: Record<Limited, Limit> | undefined } = globalThis
const key = Symbol.for('worker-type-designer.rates')

/** What is limited: trying to sign in, what takes time to compute, and looking at pages that compute. */
export type Limited = 'signIn' | 'work' | 'pages'

/** Who tries: somebody at an address, and who that is where it is known. Whoever has many addresses is one client all the same. */
export interface Caller {
  address?: string
  client?: string
}

/** One try of a caller: the seconds that they must wait, 0 where it is allowed now. */
export function secondsToWait(limited: Limited, { address, client }: Caller): number {
  kept[key] ??= {
    signIn: rateLimit({ burst: 20, perMinute: 10 }),
    work: rateLimit({ burst: 120, perMinute: 120 }),
    pages: rateLimit({ burst: 1200, perMinute: 600 }),
  }
  const limit = kept[key][limited]
  const now = Date.now()
  return Math.max(
    address === undefined ? 0 : limit(`address ${addressBlock(address)}`, now),
    client === undefined ? 0 : limit(`client ${client}`, now),
  )
}

/** Said to whoever asks too often. */
export function tooOften(seconds: number): Problem {
  return {
    code: 'too-many-requests',
    severity: 'error',
    message: 'This was asked for too often.',
    path: '',
    help: `Wait ${seconds} seconds and try again; what you typed stays here.`,
  }
}
