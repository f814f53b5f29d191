import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Template } from '@/lib/catalog/entry/entry'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import type { CustomEntry } from './customEntry'

/** A part of an entry that is rendered: a JSON-e template, or an expression that stands alone. */
export interface EntryTemplate {
  place: EntryPlace
  kind: 'payload' | 'overlay' | 'text' | 'condition' | 'number'
  template: Template
  /** it reads an empty configuration, because it is for workers without this plugin */
  withoutConfig?: true
  /** it is rendered only where this condition holds */
  onlyIf?: string
}

/** Every part of an entry that depends on a configuration. Conditions and numbers are expressions. */
export function templatesOf(entry: CustomEntry): EntryTemplate[] {
  const found: EntryTemplate[] = [{ place: ['payloadSchema'], kind: 'payload', template: entry.payloadSchema }]
  const condition = (place: EntryPlace, expression: unknown, withoutConfig = false) => {
    if (typeof expression !== 'string') return
    found.push({
      place,
      kind: 'condition',
      template: expression,
      ...(withoutConfig ? { withoutConfig: true as const } : {}),
    })
  }
  for (const [i, { requestedBy }] of (entry.taskFeatures ?? []).entries()) {
    condition(['taskFeatures', i, 'requestedBy', 'always'], requestedBy.always)
  }
  for (const [i, limit] of (entry.limits ?? []).entries()) {
    condition(['limits', i, 'if'], limit.if)
    const onlyIf = limit.if === undefined ? {} : { onlyIf: limit.if }
    found.push({ place: ['limits', i, 'overlay'], kind: 'overlay', template: limit.overlay, ...onlyIf })
    found.push({ place: ['limits', i, 'reason'], kind: 'text', template: limit.reason, ...onlyIf })
  }
  for (const [i, { rule }] of (entry.checks ?? []).entries()) {
    const place = ['checks', i, 'rule']
    if (rule.kind === 'maximumDuration') {
      found.push({ place: [...place, 'seconds'], kind: 'number', template: rule.seconds })
    }
    if (rule.kind === 'maximumProduct') {
      found.push({ place: [...place, 'maximum'], kind: 'number', template: rule.maximum })
    }
  }
  for (const [i, notice] of (entry.notices ?? []).entries()) condition(['notices', i, 'if'], notice.if)
  if (entry.kind === 'plugin') {
    for (const [i, notice] of (entry.noticesWhenDisabled ?? []).entries()) {
      condition(['noticesWhenDisabled', i, 'if'], notice.if, true)
    }
    return found
  }
  for (const [name, { supported }] of Object.entries(entry.features))
    condition(['features', name, 'supported'], supported)
  if (typeof entry.maxConcurrency === 'string') {
    found.push({ place: ['maxConcurrency'], kind: 'number', template: entry.maxConcurrency })
  }
  return found
}

/**
 * Where in a template a place of what it renders to comes from: the way leads on through choices and `$let`. As far as it can be followed;
 * `place` is the place of the template itself.
 */
export function templatePlace(template: JsonValue | undefined, rendered: EntryPlace, place: EntryPlace): EntryPlace {
  const [head, ...rest] = rendered
  if (template === undefined || typeof template !== 'object' || template === null) return place
  if (Array.isArray(template)) {
    return typeof head === 'number' ? templatePlace(template[head], rest, [...place, head]) : place
  }
  const ways = waysThrough(template)
  if (ways.length > 0) {
    const ends = ways.map((way) => templatePlace(valueAt(template, way), rendered, [...place, ...way]))
    return ends.reduce((deepest, end) => (reach(end, place) > reach(deepest, place) ? end : deepest))
  }
  if (head === undefined) return place
  const member = getOwn(template, String(head))
  return member === undefined ? place : templatePlace(member, rest, [...place, head])
}

/** Members of an operator whose value takes the operator's place. */
function waysThrough(template: JsonValue): (string | number)[][] {
  if (!isJsonObject(template)) return []
  if ('$if' in template) return ['then', 'else'].filter((key) => key in template).map((key) => [key])
  if ('$let' in template) return [['in']]
  if (isJsonObject(template.$switch)) return Object.keys(template.$switch).map((key) => ['$switch', key])
  if (Array.isArray(template.$merge)) return template.$merge.map((_, i) => ['$merge', i])
  return []
}

function valueAt(value: JsonValue, way: EntryPlace): JsonValue | undefined {
  let found: JsonValue | undefined = value
  for (const step of way) {
    if (Array.isArray(found)) found = found[Number(step)]
    else found = isJsonObject(found) ? getOwn(found, String(step)) : undefined
  }
  return found
}

function reach(end: EntryPlace, start: EntryPlace): number {
  return end.length - start.length
}
