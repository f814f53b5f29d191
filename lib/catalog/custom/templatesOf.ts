import type { Template } from '@/lib/catalog/entry'
import type { EntryPlace } from '@/lib/catalog/entryDocument'
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
