import { withoutNul } from '@/lib/base/texts'
import type { AuditFilter } from '@/lib/registry/audit/listAudit'

/** The fields of the filter, as they stand in an address. */
export const filterFields = ['who', 'action', 'entity', 'since', 'until'] as const

export type FilterTexts = Record<(typeof filterFields)[number], string>

/** The rows that are meant. Days are days of UTC, `until` with its whole day; what is no day counts as not said. */
export function auditFilter({ who, action, entity, since, until }: FilterTexts): AuditFilter {
  const end = dayOf(until)
  return {
    ...(who === '' ? {} : { who }),
    ...(action === '' ? {} : { action }),
    ...(entity === '' ? {} : { entityPrefix: entity }),
    since: dayOf(since),
    until: end && new Date(end.getTime() + 24 * 60 * 60 * 1000),
  }
}

/** What an address says of the filter; only the first of doubled parameters counts. */
export function filterTexts(get: (name: string) => string | string[] | null | undefined): FilterTexts {
  const text = (name: string) => withoutNul([get(name) ?? ''].flat()[0]?.trim().slice(0, 500) ?? '')
  return {
    who: text('who'),
    action: text('action'),
    entity: text('entity'),
    since: text('since'),
    until: text('until'),
  }
}

function dayOf(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? undefined : day
}

/** The query of an address with the same filter, and with what else is said. */
export function filterQuery(texts: FilterTexts, more: Record<string, string> = {}): string {
  const said = filterFields.filter((name) => texts[name] !== '').map((name) => [name, texts[name]])
  return new URLSearchParams([...said, ...Object.entries(more)]).toString()
}
