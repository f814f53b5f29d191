import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** Designs that are being edited: the YAML text as it was typed, valid or not. */
export const drafts = pgTable(
  'drafts',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    document: text().notNull(),
    revision: integer().notNull(),
    author: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('drafts_updated_at').on(table.updatedAt)],
)

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
