import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import { satisfiesScope } from '@/lib/base/satisfiesScope'
import { durationSeconds } from '@/lib/catalog/entry/durations'
import { memberProduct } from '@/lib/catalog/template/evaluate'
import type { ComposedCheck } from '@/lib/compose/composition'
import { fillPlaceholders, placeholders } from '@/lib/compose/notices/requiredScopes'
import { repeatedKey, type TaskRule, taskRule } from '@/lib/lifecycle/taskRule'
import { findViolations } from '@/lib/schema/validate/findViolations'
import type { TaskParts } from './taskParts'
import type { TaskFinding } from './taskVerdict'

/** Runs one check of a composition on a task; values of a wrong type are the schema's business and pass. */
export function runCheck(check: ComposedCheck, task: TaskParts): TaskFinding[] {
  if ((check.payload ?? []).some((condition) => !satisfies(condition, task.payload))) return []
  const places = valuesAt(task.payload, check.at).filter(
    ({ value }) => check.when === undefined || satisfies(check.when, value),
  )
  switch (check.kind) {
    case 'scope':
      return places.flatMap((place) => checkScope(check.anyOf, check, place, task.scopes))
    case 'maximumDuration':
      return places.flatMap(({ pointer, value }) => {
        // A number above the limit is the schema's business, but 64 bits can make a small one large.
        if (typeof value === 'number' && value > check.seconds) return []
        const seconds = durationSeconds(value)
        return seconds !== undefined && seconds > check.seconds ? [finding(check, pointer, value)] : []
      })
    case 'maximumProduct':
      return places.flatMap(({ pointer, value }) => {
        const product = memberProduct(value, check.members)
        return product !== undefined && product > check.maximum ? [finding(check, pointer, value)] : []
      })
    case 'uniqueKey':
      return repeatedKey(places, check.key).map(({ pointer, value }) => finding(check, pointer, value))
    case 'distinctPaths':
      return places
        .filter((place, index) => places.slice(0, index).some((earlier) => overlap(place, earlier, check.nested)))
        .map(({ pointer, value }) => finding(check, pointer, value))
    case 'dropped':
      return places.map(({ pointer, value }) => finding(check, pointer, value))
    case 'overlay': {
      const broken = new Set(findViolations(check.overlay, task.payload).map(({ path }) => path))
      return [...broken].map((pointer) => finding(check, pointer, null))
    }
    case 'byteLength':
      return []
    default:
      return places.flatMap((place) => checkTaskRule(check, place, task))
  }
}

function satisfies(condition: JsonObject, value: JsonValue): boolean {
  return findViolations(condition, value).length === 0
}

function checkTaskRule(
  check: ComposedCheck & TaskRule,
  { pointer, value }: PlacedValue,
  task: TaskParts,
): TaskFinding[] {
  const key = pointerSegments(pointer).at(-1) ?? ''
  const answer = taskRule(check, value, key, task.facts)
  if (answer === 'kept') return []
  const message = fillPlaceholders(check.message, placeholders(value, key))
  if (answer === 'broken') return [{ id: check.id, severity: check.severity, path: pointer, message }]
  const unknown = check.kind === 'host' ? 'the machine is not known here' : 'the task does not say enough to tell'
  const severity = check.kind === 'host' ? 'warning' : 'notice'
  return [{ id: check.id, severity, path: pointer, message: `${message.replace(/\.$/, '')}; ${unknown}.` }]
}

function checkScope(
  templates: string[],
  check: ComposedCheck,
  place: PlacedValue,
  held: string[] | undefined,
): TaskFinding[] {
  const key = pointerSegments(place.pointer).at(-1) ?? ''
  const scopes = templates.map((template) => fillPlaceholders(template, placeholders(place.value, key)))
  if (held !== undefined && scopes.some((scope) => satisfiesScope(held, scope))) return []
  const message = check.message.replace('<scope>', () => scopes.join(' or '))
  const base = { id: check.id, path: place.pointer }
  if (held === undefined) {
    return [{ ...base, severity: 'notice', message: `${message}; a bare payload does not say which it has.` }]
  }
  if (held.some((item) => item.startsWith('assume:'))) {
    return [{ ...base, severity: 'warning', message: `${message}; whether its roles give it is not known here.` }]
  }
  return [{ ...base, severity: check.severity, message: `${message}.` }]
}

function overlap(a: PlacedValue, b: PlacedValue, nested: boolean): boolean {
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return false
  if (a.value === b.value) return true
  return nested && (a.value.startsWith(b.value) || b.value.startsWith(a.value))
}

function finding(check: ComposedCheck, pointer: string, value: JsonValue): TaskFinding {
  const shown = JSON.stringify(value)
  const text = fillPlaceholders(check.message, { value: shown.length > 60 ? `${shown.slice(0, 57)}…` : shown })
  const message = check.kind === 'distinctPaths' ? `${shown} ${text}` : text
  return {
    id: check.id,
    severity: check.severity,
    path: pointer,
    message: message.endsWith('.') ? message : `${message}.`,
  }
}

/** A value in a payload and its JSON pointer. */
interface PlacedValue {
  pointer: string
  value: JsonValue
}

/** The values at a pointer pattern, in which `*` stands for every item of an array or member of an object. */
export function valuesAt(value: JsonValue, pattern: string): PlacedValue[] {
  return descend([{ pointer: '', value }], pointerSegments(pattern))
}

function descend(found: PlacedValue[], segments: string[]): PlacedValue[] {
  const [head, ...rest] = segments
  if (head === undefined) return found
  const next = found.flatMap(({ pointer, value }) => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => ({ pointer: `${pointer}/${index}`, value: item }))
      return head === '*' ? items : items.slice(...indexRange(head))
    }
    if (!isJsonObject(value)) return []
    const keys = head === '*' ? Object.keys(value) : Object.hasOwn(value, head) ? [head] : []
    return keys.map((key) => ({ pointer: `${pointer}/${escapePointer(key)}`, value: value[key] ?? null }))
  })
  return descend(next, rest)
}

function indexRange(segment: string): [number, number] {
  const index = /^\d+$/.test(segment) ? Number(segment) : -1
  return index < 0 ? [0, 0] : [index, index + 1]
}
