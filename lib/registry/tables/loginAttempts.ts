import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** Sign-ins that are under way at another deployment, by the SHA-256 of their `state`. Each row is good for one answer. */
export const loginAttempts = pgTable('login_attempts', {
  stateSha256: text().primaryKey(),
  expires: instant().notNull(),
})
