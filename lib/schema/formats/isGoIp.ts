/** Whether Go's `net.ParseIP` reads a text (Go 1.17 and later: no leading zeros in IPv4; never a zone). */
export function isGoIp(text: string): boolean {
  return text.includes(':') ? isIpv6Address(text) : isIpv4Address(text)
}

function isIpv4Address(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
}

function isIpv6Address(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)?.at(-1)
  const embedded = last?.includes('.') === true
  if (embedded && !isIpv4Address(last)) return false
  const hex = embedded ? groups.flat().slice(0, -1) : groups.flat()
  if (!hex.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false
  const count = hex.length + (embedded ? 2 : 0)
  return halves.length === 2 ? count < 8 : count === 8
}
