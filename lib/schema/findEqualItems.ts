import { canonicalJson } from '@/lib/base/canonicalJson'
import type { JsonValue } from '@/lib/base/json'

/** The positions of two equal items; undefined where all differ. Takes time linear in the size of the items. */
export function findEqualItems(items: readonly JsonValue[]): [number, number] | undefined {
  const seen = new Map<string, number>()
  for (const [i, item] of items.entries()) {
    const text = typeof item === 'object' ? canonicalJson(item) : JSON.stringify(item)
    const earlier = seen.get(text)
    if (earlier !== undefined) return [earlier, i]
    seen.set(text, i)
  }
  return undefined
}
