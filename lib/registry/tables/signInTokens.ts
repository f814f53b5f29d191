import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** One-time sign-in tokens, by the SHA-256 of the token. */
export const signInTokens = pgTable('sign_in_tokens', {
  tokenSha256: text().primaryKey(),
  clientId: text().notNull(),
  createdAt: instant().notNull(),
  usedAt: instant(),
})
