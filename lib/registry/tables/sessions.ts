import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Who is signed in, and with which deployment, by the SHA-256 of the secret in the cookie; credentials are sealed with a key outside the database. */
export const sessions = pgTable(
  'sessions',
  {
    idSha256: text().primaryKey(),
    clientId: text().notNull(),
    rootUrl: text().notNull(),
    sealedCredentials: text().notNull(),
    createdAt: instant().notNull(),
    /** when it ends unless it is used */
    expires: instant().notNull(),
    /** when it ends at the latest: with its credentials, or after a month */
    lastsUntil: instant().notNull(),
    /** what the credentials last allowed, and when their deployment said so; null where they are the ones of this server, which knows */
    scopes: jsonText(),
    checkedAt: instant(),
  },
  (table) => [index('sessions_expires').on(table.expires)],
)
