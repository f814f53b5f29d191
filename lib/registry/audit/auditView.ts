import { compareJson } from '@/lib/base/compareJson'
import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** One line of what a change did: the place, what was there, and what is there now, as short texts. */
export interface AuditLine {
  place: string
  kind: 'added' | 'removed' | 'changed'
  /** undefined for what was added */
  before?: string
  /** undefined for what was removed */
  after?: string
}

/** The detail of an audit row for reading. */
export interface AuditView {
  /** what else is said of the change, less what the lines say */
  facts: { name: string; text: string }[]
  lines: AuditLine[]
  /** changed places beyond those that the row has kept */
  more: number
}

/** Reads the detail of a row, of today's and of those that were written before details had a difference. */
export function auditView({ before, after, changes, moreChanges, ...rest }: JsonObject): AuditView {
  const states = differences(before, after)
  const kept = Array.isArray(changes) ? changes.flatMap((change) => (isJsonObject(change) ? line(change) : [])) : []
  const said = new Set(states.flatMap(({ place }) => place))
  const facts = Object.entries(rest).flatMap(([name, value]) => {
    const repeats = isJsonObject(after) && said.has(name) && equalJson(after[name] ?? null, value)
    return repeats || isEmpty(value) ? [] : [{ name, text: text(value) }]
  })
  return { facts, lines: [...states, ...kept], more: typeof moreChanges === 'number' ? moreChanges : 0 }
}

function differences(before: JsonValue | undefined, after: JsonValue | undefined): AuditLine[] {
  if (before === undefined && after === undefined) return []
  const [old, now] = [before ?? null, after ?? null]
  if ((old === null || isJsonObject(old)) && (now === null || isJsonObject(now))) {
    const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
    return names.flatMap((name) => member(name, own(old, name), own(now, name)))
  }
  return member('', old, now)
}

function member(place: string, before: JsonValue, after: JsonValue): AuditLine[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const only = (these: JsonValue[], those: JsonValue[]) =>
      these.filter((one) => !those.some((other) => equalJson(one, other)))
    const [gone, come] = [only(before, after), only(after, before)]
    if (gone.length + come.length > 0) return change(place, gone, come)
  }
  return compareJson(before, after, place).flatMap((found) =>
    change(found.path, found.kind === 'added' ? null : found.before, found.kind === 'removed' ? null : found.after),
  )
}

function line({ path, before, after }: JsonObject): AuditLine[] {
  return change(String(path ?? ''), before, after)
}

function change(place: string, before: JsonValue | undefined, after: JsonValue | undefined): AuditLine[] {
  const [was, is] = [isEmpty(before) ? undefined : text(before), isEmpty(after) ? undefined : text(after)]
  if (was === undefined && is === undefined) return []
  const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
  return [{ place, kind, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }]
}

function own(object: JsonObject | null, name: string): JsonValue {
  return object !== null && Object.hasOwn(object, name) ? (object[name] ?? null) : null
}

function isEmpty(value: JsonValue | undefined): value is undefined | null | '' {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Lists as they are read; hashes by their first digits, as elsewhere. */
function text(value: JsonValue | undefined): string {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
  return JSON.stringify(value ?? null)
}

function sentence(place: string, before: string | undefined, after: string | undefined): string {
  const named = place === '' ? '' : `${place}: `
  if (before === undefined) return `+ ${named}${after}`
  return after === undefined ? `- ${named}${before}` : `${named}${before} -> ${after}`
}

/** The same as one line of text, for a terminal. */
export function auditSentence(detail: JsonObject): string {
  const { facts, lines, more } = auditView(detail)
  const parts = [
    ...facts.map(({ name, text: said }) => `${name}: ${said}`),
    ...lines.map(({ place, before, after }) => sentence(place, before, after)),
    ...(more > 0 ? [`and ${more} more places`] : []),
  ]
  return parts.join('; ')
}
