/** A key that JSON-e reads as an operator, an escape or an interpolation. */
export function isDynamicKey(key: string): boolean {
  return key.startsWith('$') || key.includes('${')
}
