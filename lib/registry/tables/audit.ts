import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Who changed what, and when. Rows are only ever added, in the transaction of the change. */
export const audit = pgTable(
  'audit',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    who: text().notNull(),
    action: text().notNull(),
    entity: text().notNull(),
    detail: jsonText().notNull(),
    /** the address that asked; null for what the server does by itself */
    address: text(),
    /** `browser` or `program` */
    way: text(),
  },
  (table) => [index('audit_entity').on(table.entity, table.id), index('audit_who').on(table.who, table.id)],
)
