import { isOwnOrigin } from '@/lib/http/ownNames'

/**
 * Whether a request that changes something was sent by a page of this server: its `Origin` is the public address of the server. What the request says of where it was
 * sent to counts for nothing. A browser sends `Origin` with every such request, so one without it is refused.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, rootUrl: string): boolean {
  const origin = headers.get('origin')
  return origin !== null && isOwnOrigin(origin, rootUrl)
}
