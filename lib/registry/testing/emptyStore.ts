import { sql } from 'drizzle-orm'
import type { Store } from '../store'

/** Takes everything out of a store, and leaves its tables. */
export async function emptyStore(store: Store): Promise<void> {
  // the audit is never emptied but here
  await store.database.execute(sql`alter table audit disable trigger audit_not_emptied`)
  await store.database.execute(
    sql`truncate drafts, versions, audit, task_queues, task_queue_schemas, tasks, task_groups, clients, sign_in_tokens, sessions, custom_entries,
      task_dependencies, schema_restrictions, renewals, queue_checks, worker_type_settings, worker_pools, pool_registrations, version_bundles,
      login_attempts`,
  )
  await store.database.execute(sql`alter table audit enable trigger audit_not_emptied`)
}
