import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Template, TemplateContext } from '@/lib/catalog/entry/entry'
import { demandBounded } from './demandBounded'
import { renderOperators } from './renderOperators'

/**
 * Renders a JSON-e template of an entry. Parts without operators come back as the same objects, so the result must not be
 * changed. Beside JSON-e's own functions there are `durationSeconds(x)` and `durationText(x)`; the clock is not in reach.
 * Throws a CatalogError that names `place` (by habit `plugin cache: payloadSchema`) where the template is wrong.
 */
export function renderTemplate(template: Template, context: TemplateContext, place = ''): JsonValue {
  if (!isConstant(template)) demandBounded(template, context, place)
  return render(template, context, place) ?? null
}

function render(template: JsonValue, context: TemplateContext, place: string): JsonValue | undefined {
  if (isConstant(template)) return template
  if (Array.isArray(template)) {
    return template
      .map((item, index) => render(item, context, appendPath(place, index)))
      .filter((item) => item !== undefined)
  }
  if (!isJsonObject(template) || Object.keys(template).some(isDynamicKey)) {
    return renderOperators(template, context, place).value
  }
  const members: [string, JsonValue][] = []
  for (const [key, member] of Object.entries(template)) {
    const value = render(member, context, appendPath(place, key))
    if (value !== undefined) members.push([key, value])
  }
  return Object.fromEntries(members)
}

/** A key that JSON-e reads as an operator, an escape or an interpolation. */
export function isDynamicKey(key: string): boolean {
  return key.startsWith('$') || key.includes('${')
}

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
