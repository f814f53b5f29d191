import type { JsonValue } from '@/lib/base/json'
import { isDynamicKey } from './isDynamicKey'

const known = new WeakMap<object, boolean>()

/**
 * True for a template without a JSON-e operator and without an interpolation: rendering it gives the same value. The
 * answer is kept for each object, so a template must not be changed after it was first rendered.
 */
export function isConstant(template: JsonValue): boolean {
  if (typeof template === 'string') return !template.includes('${')
  if (typeof template !== 'object' || template === null) return true
  const answer = known.get(template)
  if (answer !== undefined) return answer
  const constant = Array.isArray(template)
    ? template.every(isConstant)
    : Object.entries(template).every(([key, value]) => !isDynamicKey(key) && isConstant(value))
  known.set(template, constant)
  return constant
}
