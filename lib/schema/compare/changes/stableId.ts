import { canonicalJson } from '@/lib/base/canonicalJson'
import type { Difference } from './difference'

/** Names a difference by place and what changed: the same difference has the same id, whatever else changes. */
export function stableId({ path, what, kind, before, after }: Difference): string {
  return `${path}#${what}:${kind}:${hash(canonicalJson([before ?? null, after ?? null]))}`
}

/** FNV-1a with 32 bits: tells a few differences of one place apart. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value.toString(16).padStart(8, '0')
}
