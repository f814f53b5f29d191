/**
 * The address of whoever sent a request: the one that connected, or, behind a number of proxies of ours, the one that the outermost of
 * them saw. What the caller itself says in `X-Forwarded-For` counts for nothing, and what
 * is no address is unknown.
 */
export function callerAddress(connected: string | undefined, forwarded: string | undefined, proxies: number): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  const told = proxies === 0 ? undefined : hops.filter((hop) => hop !== '').at(-proxies)
  const found = told ?? connected ?? ''
  return /^[\w.:%[\]-]{2,64}$/.test(found) ? found : 'unknown'
}
