import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Why a payload schema that was registered through the app is as narrow as it is, for the words of refusals. */
export const schemaRestrictions = pgTable(
  'schema_restrictions',
  {
    taskQueueId: text().notNull(),
    schemaSha256: text().notNull(),
    restrictions: jsonText().notNull(),
    /** the schema that each of them adds, by its id */
    overlays: jsonText().notNull(),
    /** the schema before the restrictions */
    unrestrictedSchema: jsonText(),
    recordedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskQueueId, table.schemaSha256] })],
)
