import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

const version = 'v1'

/** Seals a secret (AES-256-GCM) with a key, for one place: what was sealed for another cannot be opened there. */
export function sealSecret(key: string, place: string, secret: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [version, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** Opens what `sealSecret` has made; undefined for another key, another place, or something that was changed. */
export function openSecret(key: string, place: string, text: string): string | undefined {
  const [found, iv, sealed, tag] = text.split('.')
  if (found !== version || iv === undefined || sealed === undefined || tag === undefined) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag, 'base64url'))
    return decipher.update(Buffer.from(sealed, 'base64url'), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

const derived = new Map<string, Buffer>()

function keyOf(text: string): Buffer {
  const known = derived.get(text)
  if (known !== undefined) return known
  const key = Buffer.from(hkdfSync('sha256', text, '', 'worker-type-designer secrets', 32))
  derived.set(text, key)
  return key
}

/** Equality of two secrets, in a time that says nothing about where they differ. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
