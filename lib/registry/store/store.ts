import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

type NoTables = Record<string, never>

/** What every function of the registry works on: a database, or a transaction of one. */
export type Database = PgDatabase<PgQueryResultHKT, NoTables, ExtractTablesWithRelations<NoTables>>

/** How much room there is on a disk: enough, so little that the owner should look, or none for anything new. */
export type Room = 'enough' | 'little' | 'none'

/** What whoever runs a server should know of an embedded database and the disk below it. */
export interface StoreDisk {
  freeBytes(): number
  room(): Room
  /** tells of each change of `room`, from now on */
  onRoom(listener: (room: Room) => void): void
  /** resolves with the reason when the database has stopped by itself: the process is of no use any more */
  stopped: Promise<Error>
}

/** An open store. `close` ends it and gives the data directory free. */
export interface Store {
  database: Database
  /** for the owner: which of the two it is, without passwords */
  place: string
  /** seals secrets in the database, and is nowhere in it; without it nothing that is sealed can be read or written */
  sealKey?: string
  /** of an embedded database in a folder */
  disk?: StoreDisk
  close(): Promise<void>
}
