import type { Version } from '@/lib/registry/version'
import { declarationScopes } from './declarationScopes'
import { renewalBody } from './renewalBody'

/** The scopes that the Queue asks for when a version is declared again: its expiry alone, or the whole of it. */
export function renewalScopes(version: Version, whole: boolean): string[] {
  const body = renewalBody(version, { whole, expires: version.expires }, version.outcome ?? 'enforced')
  return declarationScopes(version.taskQueueId, body)
}
