import { canonicalJson, sortKeys } from '@/lib/base/canonicalJson'
import type { JsonValue } from '@/lib/base/json'

/** Canonical JSON that also tells apart numbers too large for a double, such as 1e400, for which JSON has no words but `null`. */
export function exactText(value: JsonValue): string {
  const text = canonicalJson(value)
  if (!text.includes('null')) return text
  return JSON.stringify(sortKeys(value), (_, member: unknown) =>
    typeof member === 'number' && !Number.isFinite(member) ? { '\u0000number': String(member) } : member,
  )
}
