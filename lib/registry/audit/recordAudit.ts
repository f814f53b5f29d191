import { AsyncLocalStorage } from 'node:async_hooks'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { redactWithin } from '@/lib/base/redact'
import { withoutNul } from '@/lib/base/texts'
import type { Database } from '@/lib/registry/store/store'
import { audit } from '@/lib/registry/tables/serverTables'

/** Something that was changed: `action` as in `draft.saved`, `entity` as in `draft:<id>` or `task-queue:<p>/<w>`. */
export interface AuditEntry {
  entity: string
  action: string
  who: string
  at: Date
  detail: JsonObject
}

/** of a detail: its texts, and all of it; some forty changed places, or the scopes of a request */
const bounds = { longestText: 1000, longest: 40_000 }
const longestName = 1000

/**
 * Adds a row to the audit. Call it with the transaction of the change itself; never with secrets in the detail. What looks like one is taken out, long texts
 * are cut, and so is what would make the row long.
 */
export async function recordAudit(database: Database, entry: AuditEntry): Promise<void> {
  const source = auditSource()
  await database.insert(audit).values({
    ...entry,
    entity: withoutNul(entry.entity.slice(0, longestName)),
    who: withoutNul(entry.who.slice(0, longestName)),
    detail: storable(redactWithin(entry.detail, bounds)),
    address: source?.address,
    way: source?.way,
  })
}

function storable(detail: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [withoutNul(name), storableValue(value)]))
}

function storableValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return withoutNul(value)
  if (Array.isArray(value)) return value.map(storableValue)
  return isJsonObject(value) ? storable(value) : value
}

/** Where a change comes from: the address that asked, and the way it came. */
export interface AuditSource {
  /** IP address */
  address: string
  /** `browser`, `program`, or what else asked */
  way: string
}

// Pages and route handlers are bundled apart from each other and still share one process.
const kept: { [key: symbol]: AsyncLocalStorage<AuditSource> | undefined } = globalThis
const key = Symbol.for('worker-type-designer.audit-source')
const storage = kept[key] ?? new AsyncLocalStorage<AuditSource>()
kept[key] = storage

/** Runs something whose audit rows say that it was asked for from there. */
export function withAuditSource<T>(source: AuditSource, run: () => T): T {
  return storage.run(source, run)
}

/** From where the change that is under way was asked for; undefined for what this process does by itself. */
function auditSource(): AuditSource | undefined {
  return storage.getStore()
}
