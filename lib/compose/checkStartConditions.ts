import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { StartCheck, TemplateContext } from '@/lib/catalog/entry'
import { evaluate } from '@/lib/catalog/evaluate'
import { holds } from '@/lib/catalog/holds'
import { placePath } from './placePath'
import type { Component } from './resolvedDesign'

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
