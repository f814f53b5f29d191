import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { sentence } from '@/lib/base/sentence'
import type { StartCheck } from '@/lib/catalog/entry'
import { checkDraft4Schema } from '@/lib/schema/checkDraft4Schema'
import { findViolations } from '@/lib/schema/findViolations'
import { placePath } from './placePath'
import { findReferences, isReference } from './references'
import { relaxSchema } from './relaxSchema'
import type { Component } from './resolvedDesign'

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
