/**
 * The address of whoever sent a request: the one that connected, or, behind a number of proxies of ours, the one that the outermost of
 * them saw. What the caller itself says in `X-Forwarded-For` counts for nothing.
 * @param {string | undefined} connected the address of the connection
 * @param {string | undefined} forwarded the header as it came
 * @param {number} proxies how many proxies of ours are in front
 */
export function callerAddress(connected, forwarded, proxies) {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  const told = proxies === 0 ? undefined : hops.filter((hop) => hop !== '').at(-proxies)
  return told ?? connected ?? 'unknown'
}
