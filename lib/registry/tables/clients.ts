import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Taskcluster clients of the embedded deployment. Hawk needs the access token itself, so it is kept, sealed with a key outside the database. */
export const clients = pgTable('clients', {
  clientId: text().primaryKey(),
  sealedAccessToken: text(),
  /** as it is: of a server that ran before tokens were sealed, until the next start */
  accessToken: text(),
  scopes: jsonText().notNull(),
  description: text().notNull(),
  createdBy: text().notNull().default(''),
  expires: instant().notNull(),
  disabled: boolean().notNull(),
  createdAt: instant().notNull(),
})
