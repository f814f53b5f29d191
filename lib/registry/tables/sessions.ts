import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** Who is signed in, by the SHA-256 of the secret in the cookie; credentials are sealed with a key outside the database. */
export const sessions = pgTable(
  'sessions',
  {
    idSha256: text().primaryKey(),
    clientId: text().notNull(),
    sealedCredentials: text().notNull(),
    createdAt: instant().notNull(),
    expires: instant().notNull(),
  },
  (table) => [index('sessions_expires').on(table.expires)],
)
