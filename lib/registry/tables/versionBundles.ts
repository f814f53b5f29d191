import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** The bundle of a version as it was when it was registered, in Base64: a newer product or catalog would make another one. */
export const versionBundles = pgTable(
  'version_bundles',
  {
    taskQueueId: text().notNull(),
    number: integer().notNull(),
    format: text({ enum: ['tar.gz', 'zip'] }).notNull(),
    content: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskQueueId, table.number, table.format] })],
)
