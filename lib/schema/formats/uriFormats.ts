/** Format `uri` as go-schematypes checks it: `url.Parse` succeeds and finds a scheme. */
export function isGoUri(text: string): boolean {
  const url = parseGoUrl(text)
  return url !== undefined && url.scheme !== ''
}

/** Format `uri-reference` as gojsonschema checks it: `url.Parse` succeeds, no backslash. */
export function isGoUriReference(text: string): boolean {
  return parseGoUrl(text) !== undefined && !text.includes('\\')
}

/** Format `uri-template`: a URI reference whose braces come in pairs, none inside another. */
export function isUriTemplate(text: string): boolean {
  return isGoUriReference(text) && /^(?:[^{}]|\{[^{}]*\})*$/.test(text)
}

/**
 * The scheme that Go's `url.Parse` finds in a text: '' for a relative reference, undefined where it reports an error.
 * Follows net/url of Go 1.17 to 1.19. All its rules concern ASCII characters; others pass nearly everywhere.
 */
export function parseGoUrl(text: string): { scheme: string } | undefined {
  const hash = text.indexOf('#')
  const address = hash < 0 ? text : text.slice(0, hash)
  const fragment = hash < 0 ? '' : text.slice(hash + 1)
  if (hasControlCharacter(address) || !escapesAreSound(fragment)) return undefined
  if (address === '*') return { scheme: '' }

  // `:x` has a scheme that is missing; a text that does not begin like a scheme has none
  if (address.startsWith(':')) return undefined
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address)?.[1] ?? ''
  const rest = (scheme === '' ? address : address.slice(scheme.length + 1)).replace(/\?[\s\S]*$/, '')
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { scheme } // opaque, never looked into
    if (rest.split('/', 1)[0]?.includes(':')) return undefined
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))
  if (!hasAuthority) return escapesAreSound(rest) ? { scheme } : undefined

  const slash = rest.indexOf('/', 2)
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash)
  const path = slash < 0 ? '' : rest.slice(slash)
  return isAuthority(authority) && escapesAreSound(path) ? { scheme } : undefined
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@')
  if (!isHost(authority.slice(at + 1))) return false
  const user = authority.slice(0, Math.max(at, 0))
  return /^[A-Za-z0-9._:~!$&'()*+,;=%@-]*$/.test(user) && user.split(/:(.*)/s, 2).every(escapesAreSound)
}

function isHost(host: string): boolean {
  const port = /^(?::[0-9]*)?$/
  if (!host.startsWith('[')) {
    const colon = host.lastIndexOf(':')
    return (colon < 0 || port.test(host.slice(colon))) && hostCharactersAreSound(host)
  }
  const end = host.lastIndexOf(']')
  if (end < 0 || !port.test(host.slice(end + 1))) return false
  const zone = host.slice(0, end).indexOf('%25')
  if (zone < 0) return hostCharactersAreSound(host)
  return (
    hostCharactersAreSound(host.slice(0, zone)) &&
    zoneIsSound(host.slice(zone, end)) &&
    hostCharactersAreSound(host.slice(end))
  )
}

const hostCharacter = /^[A-Za-z0-9!$&'()*+,;=:[\]<>"._~\x80-\uffff-]$/

/** A host escapes nothing but bytes beyond ASCII, and the percent sign itself. */
function hostCharactersAreSound(host: string): boolean {
  return [...host.matchAll(/%[\s\S]{0,2}|[\s\S]/g)].every(([part]) =>
    part.startsWith('%') ? /^%(?:25|[89A-Fa-f][0-9A-Fa-f])$/.test(part) : hostCharacter.test(part),
  )
}

/** The zone of an IPv6 address may also escape what could be written plainly, and spaces. */
function zoneIsSound(zone: string): boolean {
  return [...zone.matchAll(/%[\s\S]{0,2}|[\s\S]/g)].every(([part]) => {
    if (!part.startsWith('%')) return hostCharacter.test(part)
    if (!/^%[0-9A-Fa-f]{2}$/.test(part)) return false
    const byte = Number.parseInt(part.slice(1), 16)
    const plain = byte < 0x80 && hostCharacter.test(String.fromCharCode(byte))
    return part === '%25' || byte === 0x20 || plain
  })
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}

function escapesAreSound(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text)
}
