import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Acknowledgement } from '@/lib/registry/acknowledgement'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Registered states of worker types. Once resolved, a row never changes. */
export const versions = pgTable(
  'versions',
  {
    taskQueueId: text().notNull(),
    number: integer().notNull(),
    designYaml: text().notNull(),
    baseSchema: jsonText(),
    payloadSchema: jsonText().notNull(),
    schemaSha256: text().notNull(),
    description: text().notNull(),
    expires: instant().notNull(),
    rootUrl: text().notNull(),
    author: text().notNull(),
    message: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['intended', 'acknowledged', 'failed'] }).notNull(),
    outcome: text({ enum: ['enforced', 'declared-only', 'published-only'] }),
    queueAnswer: jsonText(),
    resolvedAt: instant(),
    /** the breaks that its author knew of */
    acknowledgements: jsonText().$type<Acknowledgement[]>().notNull().default(sql`'[]'`),
    /** the draft that it was registered from; null for what came another way */
    draftId: text(),
    /** of the product that registered it; null where nobody wrote it down */
    toolVersion: text(),
  },
  (table) => [
    primaryKey({ columns: [table.taskQueueId, table.number] }),
    index('versions_state').on(table.state, table.createdAt),
  ],
)
