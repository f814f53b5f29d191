import { retryAfter } from '@/lib/registry/databaseGone'
import type { ApiError } from './apiError'

/** What the answer to a failure says in its headers: how to sign, and when to try again. */
export function errorHeaders({ code, retryAfter: seconds }: ApiError): Record<string, string> {
  if (code === 'AuthenticationFailed') return { 'www-authenticate': 'hawk' }
  const wait = seconds ?? (code === 'ServiceUnavailable' ? retryAfter : undefined)
  return wait === undefined ? {} : { 'retry-after': String(wait) }
}
