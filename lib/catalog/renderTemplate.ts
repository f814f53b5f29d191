import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { demandBounded } from './demandBounded'
import type { Template, TemplateContext } from './entry'
import { isConstant } from './isConstant'
import { isDynamicKey } from './isDynamicKey'
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
