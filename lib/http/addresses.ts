const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a request was sent to this server: its `Host` is the one of the public address. All names of this machine count as one where that address has one of them, since
 * people and programs use them in turns.
 */
export function isOwnHost(host: string | undefined, rootUrl: string): boolean {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false
  const { protocol } = new URL(rootUrl)
  return isOwnOrigin(`${protocol}//${host}`, rootUrl)
}

/** The same for an `Origin`: whether a page of this server sends the request. */
export function isOwnOrigin(origin: string, rootUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const [asked, own] = [new URL(origin), new URL(rootUrl)]
  if (asked.origin === own.origin) return own.origin !== 'null'
  const sameDoor = asked.protocol === own.protocol && asked.port === own.port
  return sameDoor && loopback.includes(asked.hostname) && loopback.includes(own.hostname)
}

/** True for addresses that can be decoded; Next answers others as if the fault were its own. */
export function isReadableAddress(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

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
