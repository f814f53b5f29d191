/** How often somebody may do something: `burst` times at once, and after that as often as `perMinute` says. */
interface Rate {
  burst: number
  perMinute: number
}

/** How many callers are remembered; whoever was away the longest is forgotten first, and begins anew. */
const mostCallers = 10_000

/**
 * Counts what callers do against a rate. Each call of the result is one try at a time in milliseconds, and says how many whole seconds the
 * caller must wait: 0 where it is allowed.
 */
export function rateLimit({ burst, perMinute }: Rate, most = mostCallers): (caller: string, now: number) => number {
  const callers = new Map<string, { left: number; at: number }>()
  return (caller, now) => {
    const known = callers.get(caller) ?? { left: burst, at: now }
    const gained = (Math.max(0, now - known.at) / 60_000) * perMinute
    // sums of fractions fall short of the whole by a hair
    const left = Math.min(burst, known.left + gained + 1e-9)
    callers.delete(caller)
    callers.set(caller, { left: left >= 1 ? left - 1 : left, at: Math.max(now, known.at) })
    for (const oldest of callers.keys()) {
      if (callers.size <= most) break
      callers.delete(oldest)
    }
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60)
  }
}

/**
 * What counts as one caller: an address of IPv4, and of IPv6 the block of 64 bits that a provider gives to one customer. Other texts are
 * what they are.
 */
export function addressBlock(address: string): string {
  const plain = address.replace(/%.*$/s, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  if (!plain.includes(':') || !/^[\da-f:.]+$/.test(plain)) return address
  const [before = '', after] = plain.split('::')
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'))
  const [head, tail] = [groups(before), groups(after)]
  // an address of IPv4 at the end stands for two groups
  const behind = tail.length + Number(tail.at(-1)?.includes('.') ?? false)
  const zeros = after === undefined ? 0 : 8 - head.length - behind
  const all = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
