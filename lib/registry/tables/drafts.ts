import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

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
