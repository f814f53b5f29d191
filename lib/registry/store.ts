import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

type NoTables = Record<string, never>

/** What every function of the registry works on: a database, or a transaction of one. */
export type Database = PgDatabase<PgQueryResultHKT, NoTables, ExtractTablesWithRelations<NoTables>>

/** An open store. `close` ends it and gives the data directory free. */
export interface Store {
  database: Database
  /** for the owner: which of the two it is, without passwords */
  place: string
  /** seals secrets in the database, and is nowhere in it; without it nothing that is sealed can be read or written */
  sealKey?: string
  close(): Promise<void>
}
