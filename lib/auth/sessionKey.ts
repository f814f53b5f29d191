import { hkdfSync } from 'node:crypto'
import type { Store } from '@/lib/registry/store'

const derived = new Map<string, string>()

/**
 * The key that seals sessions and logins: made of the one that seals the database, so that all processes which have the same one and the same
 * database know each other's sessions.
 */
export function sessionKey({ sealKey }: Store): string {
  if (sealKey === undefined) throw new Error('this store was opened without the key that seals secrets')
  const known = derived.get(sealKey)
  if (known !== undefined) return known
  const bytes = hkdfSync('sha256', sealKey, '', 'worker-type-designer sessions', 48)
  const key = Buffer.from(bytes).toString('base64url')
  derived.set(sealKey, key)
  return key
}
