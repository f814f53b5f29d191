import { isGoIp } from './isGoIp'

/** Format `ipv4` as gojsonschema checks it: an address with a dot, so an IPv6 address that embeds one passes too. */
export function isIpv4(text: string): boolean {
  return isGoIp(text) && text.includes('.')
}
