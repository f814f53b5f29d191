import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { TemplateContext } from '@/lib/catalog/entry/entry'
import type { Never, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { demandBounded } from './demandBounded'
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

/**
 * Whether a JSON-e condition holds; an absent one always does. Truth is JSON-e's: null, false, 0, '', [] and {} are false.
 * Throws a CatalogError that names `place` where the condition is wrong.
 */
export function holds(condition: string | boolean | undefined, context: TemplateContext, place = ''): boolean {
  if (condition === undefined || typeof condition === 'boolean') return condition ?? true
  return evaluate(`!(${condition})`, context, place) === false
}

/** Why a worker refuses or drops a task feature whatever the engine can do: the first of the entry's reasons that holds. */
export function neverOf({ name, never }: TaskFeature, context: TemplateContext, label: string): Never | undefined {
  if (never === undefined) return undefined
  const reasons = Array.isArray(never) ? never : [never]
  return reasons.find((reason) => holds(reason.if, context, `${label}: taskFeatures.${name}.never`))
}

/** The numbers in some members of a value, multiplied. Members that are absent or no numbers count as one; a value that is no object gives undefined. */
export function memberProduct(value: JsonValue, members: string[]): number | undefined {
  if (!isJsonObject(value)) return undefined
  return members.reduce((product, name) => {
    const factor = Object.hasOwn(value, name) ? value[name] : 1
    return typeof factor === 'number' ? product * factor : product
  }, 1)
}
