import type { KitComposition } from './kitComposition'

/** Of variants whose payload schemas are the same, before and after narrowing, the first one. */
export function distinctVariants<Variant extends { complete: KitComposition }>(
  variants: readonly Variant[],
): Variant[] {
  const found = new Map<string, Variant>()
  for (const variant of variants) {
    const { unrestrictedSchema, effectiveSchema } = variant.complete.composition
    const key = JSON.stringify([unrestrictedSchema, effectiveSchema])
    if (!found.has(key)) found.set(key, variant)
  }
  return [...found.values()]
}
