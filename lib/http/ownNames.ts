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
