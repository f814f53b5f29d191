import { isGoIp } from './isGoIp'

/** Format `ipv6` as gojsonschema checks it: an address with a colon. */
export function isIpv6(text: string): boolean {
  return isGoIp(text) && text.includes(':')
}
