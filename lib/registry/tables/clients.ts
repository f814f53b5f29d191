import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Taskcluster clients of the embedded deployment. Hawk needs the access token itself, so it is kept as it is. */
export const clients = pgTable('clients', {
  clientId: text().primaryKey(),
  accessToken: text().notNull(),
  scopes: jsonText().notNull(),
  description: text().notNull(),
  expires: instant().notNull(),
  disabled: boolean().notNull(),
  createdAt: instant().notNull(),
})
