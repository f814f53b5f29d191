import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Worker pools of the embedded worker-manager. A pool that is to go has the provider `null-provider`, as in the released one. */
export const workerPools = pgTable('worker_pools', {
  workerPoolId: text().primaryKey(),
  providerId: text().notNull(),
  description: text().notNull(),
  config: jsonText().notNull(),
  owner: text().notNull(),
  emailOnError: boolean().notNull(),
  created: instant().notNull(),
  lastModified: instant().notNull(),
})
