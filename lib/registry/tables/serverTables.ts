import { bigint, boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, jsonText } from './columns'

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

/** Sign-ins that are under way at another deployment, by the SHA-256 of their `state`. Each row is good for one answer. */
export const loginAttempts = pgTable('login_attempts', {
  stateSha256: text().primaryKey(),
  expires: instant().notNull(),
})

/** One-time sign-in tokens, by the SHA-256 of the token. */
export const signInTokens = pgTable('sign_in_tokens', {
  tokenSha256: text().primaryKey(),
  clientId: text().notNull(),
  createdAt: instant().notNull(),
  usedAt: instant(),
})

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
