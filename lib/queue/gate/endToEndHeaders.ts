/** Headers of one connection alone (RFC 9110, 7.6.1), and `Expect`, which this server has answered itself. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])

/** Never of one connection alone, whatever `Connection` says: upstream must read the same message as the gate. */
const essential = /^(?:host|authorization|content-.*)$/

/** Raw headers (names and values in turns) without those that concern one connection, and without those that are named. */
export function endToEndHeaders(raw: readonly string[], without: readonly string[] = []): string[] {
  let dropped = without
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const value = raw[i + 1] ?? ''
    if (value === 'keep-alive' || value === 'close' || raw[i]?.toLowerCase() !== 'connection') continue
    const named = value.split(',').map((name) => name.trim().toLowerCase())
    dropped = [...dropped, ...named.filter((name) => !essential.test(name))]
  }
  const kept: string[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? ''
    const lower = name.toLowerCase()
    if (!hopByHop.has(lower) && !dropped.includes(lower)) kept.push(name, raw[i + 1] ?? '')
  }
  return kept
}
