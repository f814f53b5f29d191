import type { AuditSource } from '@/lib/registry/auditSource'

/** Where a request comes from, by the address that the server in front of the app vouches for. */
export function requestSource(headers: Pick<Headers, 'get'>, way: 'browser' | 'program'): AuditSource {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return { address: /^[\da-fA-F.:%\w]{2,64}$/.test(address) ? address : 'unknown', way }
}
