/** True for addresses that can be decoded; Next answers others as if the fault were its own. */
export function isReadableAddress(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}
