import { isOwnOrigin } from '@/lib/http/addresses'

/**
 * Whether a request that changes something was sent by a page of this server: its `Origin` is the public address of the server. What the request says of where it was
 * sent to counts for nothing. A browser sends `Origin` with every such request, so one without it is refused.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, rootUrl: string): boolean {
  const origin = headers.get('origin')
  return origin !== null && isOwnOrigin(origin, rootUrl)
}

/**
 * Why a request to a page cannot be one of its own: only server actions and the form of a trace's files are sent to pages, from pages of
 * this server. Undefined for what may go on. Next would fail over the body of others, or read it all before it says no.
 */
export function refuseForeignPost(
  { method, headers, path }: { method: string; headers: Pick<Headers, 'get'>; path: string },
  rootUrl: string,
): { status: number; text: string } | undefined {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined
  if (method !== 'POST') return { status: 405, text: 'This address takes no such requests.\n' }
  const isFile = path.endsWith('/trace/file')
  const signed = isFile && /^hawk\s/i.test(headers.get('authorization') ?? '')
  if (!signed && !isSameOrigin(headers, rootUrl)) {
    return { status: 403, text: 'This request was not sent by a page of this server.\n' }
  }
  if (isFile) return undefined
  const type = headers.get('content-type') ?? ''
  const readable = /^text\/plain\b/.test(type) || /^multipart\/form-data; *boundary=\S+/.test(type)
  if (readable && /^[0-9a-f]{42}$/.test(headers.get('next-action') ?? '')) return undefined
  return { status: 400, text: 'The request is not one that this page makes.\n' }
}
