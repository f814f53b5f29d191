import { CatalogError } from './catalogError'
import { contextSize } from './contextSize'
import { measureTemplate } from './custom/measureTemplate'
import type { Template, TemplateContext } from './entry'

/** Contexts up to this size are not worth a look: no checked template makes much of them. */
const smallContext = 20_000
const most = 50_000_000

/**
 * Throws a CatalogError where rendering a template with this context could take long or make huge data: it repeats a large configuration too
 * often.
 */
export function demandBounded(template: Template, context: TemplateContext, place: string): void {
  const size = contextSize(context)
  if (size <= smallContext) return
  const { own, references } = measureTemplate(template).cost
  if (own + references * size > most) {
    throw new CatalogError(place, 'the template would make too much of so large a configuration')
  }
}
