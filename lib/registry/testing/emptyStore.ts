import { sql } from 'drizzle-orm'
import type { Store } from '../store'

/** Takes everything out of a store, and leaves its tables. */
export async function emptyStore(store: Store): Promise<void> {
  await store.database.execute(
    sql`truncate drafts, versions, audit, task_queues, task_queue_schemas, tasks, task_groups, clients, sign_in_tokens, sessions, custom_entries,
      task_dependencies, schema_restrictions, renewals, queue_checks, worker_type_settings, worker_pools, pool_registrations, version_bundles`,
  )
}
