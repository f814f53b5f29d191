import type { TemplateContext } from './entry'
import { evaluate } from './evaluate'

/**
 * Whether a JSON-e condition holds; an absent one always does. Truth is JSON-e's: null, false, 0, '', [] and {} are false.
 * Throws a CatalogError that names `place` where the condition is wrong.
 */
export function holds(condition: string | boolean | undefined, context: TemplateContext, place = ''): boolean {
  if (condition === undefined || typeof condition === 'boolean') return condition ?? true
  return evaluate(`!(${condition})`, context, place) === false
}
