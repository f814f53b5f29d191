/**
 * True for addresses that can be decoded; Next answers others as if the fault were its own.
 * @param {string} url
 */
export function isReadableAddress(url) {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}
