import type { JsonObject } from '../base/json'
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

/** Adds a row to the audit. Call it with the transaction of the change itself; never with secrets in the detail. */
export async function recordAudit(database: Database, entry: AuditEntry): Promise<void> {
  await database.insert(audit).values(entry)
}
