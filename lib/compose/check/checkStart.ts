import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { sentence } from '@/lib/base/texts'
import type { StartCheck, TemplateContext } from '@/lib/catalog/entry/entry'
import { evaluate, holds } from '@/lib/catalog/template/evaluate'
import { placePath } from '@/lib/compose/design/places'
import { findReferences, isReference } from '@/lib/compose/design/references'
import type { Component } from '@/lib/compose/resolve/resolvedDesign'
import { checkDraft4Schema } from '@/lib/schema/check/checkDraft4Schema'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { relaxSchema } from './validateConfig'

/** What stops the worker when it creates the engine or plugin, although the configuration fits its schema. References pass. */
export function checkStart(component: Component): Problem[] {
  return (component.entry.startChecks ?? []).flatMap((check) => {
    return valuesAt(component.config, pointerSegments(check.at)).flatMap(({ value, place }) =>
      isReference(value) ? [] : runCheck(check, value, [...component.place, ...place], component.label),
    )
  })
}

function refused({ message }: StartCheck, place: (string | number)[], component: string): Problem {
  return { code: 'start-refused', severity: 'error', message, path: placePath(place), component }
}

function runCheck(check: StartCheck, value: JsonValue, place: (string | number)[], component: string): Problem[] {
  const references = findReferences(value).map((reference) => reference.place)
  if (check.check === 'draft-04-schema') {
    // An open part of a schema makes composing ask for a sample.
    if (references.length > 0) return []
    return checkDraft4Schema(value).map((problem) => ({
      ...problem,
      code: 'start-refused',
      message: sentence(problem.message),
      path: [placePath(place), problem.path].filter((part) => part !== '').join('.'),
      component,
    }))
  }
  if (check.schema === undefined) return []
  const schema = relaxSchema(check.schema, references)
  if (typeof schema === 'boolean' || findViolations(schema, value).length === 0) return []
  return [refused(check, place, component)]
}

/** Values at a pointer pattern, with their places. */
function valuesAt(value: JsonValue, segments: string[]): { value: JsonValue; place: (string | number)[] }[] {
  const [head, ...rest] = segments
  if (head === undefined) return [{ value, place: [] }]
  const members: [string | number, JsonValue][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return members
    .filter(([key]) => head === '*' || String(key) === head)
    .flatMap(([key, member]) =>
      isReference(member) ? [] : valuesAt(member, rest).map((found) => ({ ...found, place: [key, ...found.place] })),
    )
}

/**
 * Members of a configuration that do not go together, so that the worker stops when it starts. What tasks it would run can be said all the same,
 * unlike with values that `checkStart` refuses.
 */
export function checkStartConditions({ entry, context, label, place }: Component): Problem[] {
  return (entry.startChecks ?? []).flatMap((check) => {
    const at = `${label}: startChecks.${check.id}`
    const stops =
      (check.if !== undefined && holds(check.if, context, at)) ||
      (check.ranges !== undefined && rangesMeet(check, context, at))
    if (!stops) return []
    return [
      {
        code: 'start-refused',
        severity: 'error' as const,
        message: check.message,
        path: placePath([...place, ...pointerSegments(check.at)]),
        component: label,
      },
    ]
  })
}

/** Whether two ranges of a check share a number, or one goes beyond the largest. Both ends belong to a range. */
function rangesMeet(
  { ranges = [], maximum = Number.POSITIVE_INFINITY }: StartCheck,
  context: TemplateContext,
  place: string,
) {
  const number = (expression: string) => Number(evaluate(expression, context, place))
  const taken = ranges
    .filter((range) => holds(range.if, context, place))
    .map((range) => ({ from: number(range.from), to: number(range.to) }))
    .sort((a, b) => a.from - b.from)
  return taken.some(({ from, to }, index) => to > maximum || from <= (taken[index - 1]?.to ?? Number.NEGATIVE_INFINITY))
}
