import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Worker pools that were created or updated at a worker-manager, or were about to be. Once resolved, a row never changes. */
export const poolRegistrations = pgTable(
  'pool_registrations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workerPoolId: text().notNull(),
    rootUrl: text().notNull(),
    /** the body of createWorkerPool or updateWorkerPool */
    definition: jsonText().notNull(),
    /** the definition that was there, null for none; what the difference is against, and what must not have changed meanwhile */
    seen: jsonText(),
    author: text().notNull(),
    message: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['intended', 'acknowledged', 'failed'] }).notNull(),
    /** the pool as worker-manager answered it, or the problem */
    answer: jsonText(),
    resolvedAt: instant(),
  },
  (table) => [
    index('pool_registrations_worker_pool_id').on(table.workerPoolId, table.id),
    index('pool_registrations_state').on(table.state, table.id),
  ],
)
