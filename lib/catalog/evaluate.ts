import type { JsonValue } from '@/lib/base/json'
import { demandBounded } from './demandBounded'
import type { TemplateContext } from './entry'
import { renderOperators } from './renderOperators'

/**
 * The value of a JSON-e expression such as `config.network.subnets`. Members that may be absent are asked for first:
 * `'extra' in config && config.extra`. Throws a CatalogError that names `place` where the expression is wrong.
 */
export function evaluate(expression: string, context: TemplateContext, place = ''): JsonValue {
  const template = { $eval: expression }
  demandBounded(template, context, place)
  return renderOperators(template, context, place).value ?? null
}
