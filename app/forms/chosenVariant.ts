import { equalJson } from '@/lib/base/equalJson'
import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Variant } from './field'

/** The index of the variant that a value looks like, or -1: fixed members count most, then members that are there. */
export function chosenVariant(variants: Variant[], value: JsonValue | undefined): number {
  if (value === undefined) return -1
  if (!isJsonObject(value)) return variants.findIndex(({ field }) => field.kind === 'text' && typeof value === 'string')
  const scores = variants.map(({ field, marks }) => {
    if (field.kind !== 'object') return -1
    let score = 0
    for (const { name, fixed } of marks) {
      const member = getOwn(value, name)
      if (fixed !== undefined && (member === undefined || !equalJson(member, fixed))) return -1
      if (fixed !== undefined) score += 10
      else if (member !== undefined) score += 1
    }
    return score
  })
  const best = Math.max(...scores)
  return best < 0 ? -1 : scores.indexOf(best)
}
