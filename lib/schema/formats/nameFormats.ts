import { compilePattern } from '@/lib/schema/pattern/compilePattern'

const beyondAscii = String.raw`[^\x00-\x7f]`
const atom = String.raw`(?:[!#-'*+\-/-9=?A-Z^-~]|${beyondAscii})`
const looseAtom = String.raw`(?:[!#-'*+\-/-9=?A-Z^-~.()\[\];@\\,]|${beyondAscii})`
const dotAtom = String.raw`${atom}+(?:\.${atom}+)*`
const quotedCharacter = String.raw`(?:[ \t!#-\[\]-~]|${beyondAscii}|\\(?:[!-~]|${beyondAscii}))`
const space = String.raw`[ \t]*`
const comments = String.raw`(?:[ \t]|\((?:[^()\\]|\\(?s:.))*\))*`
const address = `(?:"${quotedCharacter}+"|${dotAtom})@${space}${dotAtom}`
const word = `(?:"${quotedCharacter}*"|${looseAtom}+)`

const bare = `^${space}${address}${comments}$`
const named = `^${space}(?:${word}(?:${comments}${word})*)?${space}<${address}>${comments}$`

/**
 * Format `email` as gojsonschema checks it: about what Go's `mail.ParseAddress` reads, which takes a display name before an
 * address in angle brackets. Nested comments and groups are not read.
 */
export function isGoEmail(text: string): boolean {
  return compilePattern(bare).test(text) || compilePattern(named).test(text)
}

const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])'
const hostname = new RegExp(`^${label}(?:\\.${label})*$`)

/** Format `hostname` as gojsonschema checks it: ASCII labels of 1 to 63 characters, fewer than 256 in all. */
export function isHostname(text: string): boolean {
  return text.length < 256 && hostname.test(text)
}

/** Format `ipv4` as gojsonschema checks it: an address with a dot, so an IPv6 address that embeds one passes too. */
export function isIpv4(text: string): boolean {
  return isGoIp(text) && text.includes('.')
}

/** Format `ipv6` as gojsonschema checks it: an address with a colon. */
export function isIpv6(text: string): boolean {
  return isGoIp(text) && text.includes(':')
}

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
