import type { JsonObject } from '../base/json'
import { redactMembers } from '../base/redact'
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

/** Adds a row to the audit. Call it with the transaction of the change itself; never with secrets in the detail. What looks like one is taken out. */
export async function recordAudit(database: Database, entry: AuditEntry): Promise<void> {
  const source = auditSource()
  await database
    .insert(audit)
    .values({ ...entry, detail: redactMembers(entry.detail), address: source?.address, way: source?.way })
}
