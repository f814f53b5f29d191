import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { redactWithin } from '@/lib/base/redactWithin'
import { withoutNul } from '@/lib/base/withoutNul'
import { auditSource } from './auditSource'
import type { Database } from './store'
import { audit } from './tables/audit'

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
