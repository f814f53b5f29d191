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
