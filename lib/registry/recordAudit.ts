import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { redactMembers } from '../base/redact'
import { withoutNul } from '../base/withoutNul'
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

const longestText = 1000

/**
 * Adds a row to the audit. Call it with the transaction of the change itself; never with secrets in the detail. What looks like one is taken out, and long texts
 * are cut.
 */
export async function recordAudit(database: Database, entry: AuditEntry): Promise<void> {
  const source = auditSource()
  await database.insert(audit).values({
    ...entry,
    entity: withoutNul(entry.entity),
    who: withoutNul(entry.who),
    detail: bounded(redactMembers(entry.detail)),
    address: source?.address,
    way: source?.way,
  })
}

function bounded(detail: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [withoutNul(name), boundedValue(value)]))
}

function boundedValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') {
    const text = withoutNul(value)
    return text.length > longestText ? `${text.slice(0, longestText)} …` : text
  }
  if (Array.isArray(value)) return value.map(boundedValue)
  return isJsonObject(value) ? bounded(value) : value
}
