/**
 * Whether a request that changes something was sent by a page of this server: its `Origin` names the host that it was sent to, or the
 * public address of the server. A browser sends `Origin` with every such request, so one without it is refused.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, rootUrl: string): boolean {
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  const { host, origin: parsed } = new URL(origin)
  return host === headers.get('host') || parsed === new URL(rootUrl).origin
}
