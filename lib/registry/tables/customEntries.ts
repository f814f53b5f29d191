import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** Catalog entries that admins have added: the YAML text as it was given. A version never changes. */
export const customEntries = pgTable(
  'custom_entries',
  {
    worker: text().notNull(),
    kind: text({ enum: ['engine', 'plugin'] }).notNull(),
    name: text().notNull(),
    version: text().notNull(),
    text: text().notNull(),
    author: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.worker, table.kind, table.name, table.version] })],
)
