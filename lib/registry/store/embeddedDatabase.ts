import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { DatabaseStopped, DiskFull, diskFull, hasCode } from './databaseTrouble'
import { type Disk, realDisk } from './disk'
import { DurableFiles } from './durableFiles'
import type { Room, StoreDisk } from './store'

/** PGlite's own, but for the first: it switches syncing off. The only one of PostgreSQL's ways to sync the log that reaches our files is `fsync`. */
const startParams = [
  ...PGlite.defaultStartParams.filter((it) => it !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
]

/** PostgreSQL's code for a change where there is to be none */
const readOnly = '25006'

/** how the module ends the work on a statement that was refused, which is not the end of the database */
const longJump = 100

const mostRollbacks = 3

/** as a message of PostgreSQL's protocol: its kind, its length, a statement */
const rollback = Buffer.from('Q\0\0\0\x0dROLLBACK\0', 'latin1')

/**
 * An embedded database in a folder, whose answers are given when what they say is on the disk, and survives a power failure. Where the disk is full
 * it refuses changes (`DiskFull`) and goes on reading. Where PostgreSQL gives up all the same, nothing is asked of it any more (`DatabaseStopped`).
 */
export class EmbeddedDatabase extends PGlite {
  readonly #files: DurableFiles
  /** resolves with the reason when the database has stopped by itself */
  readonly stopped: Promise<DatabaseStopped>
  #stop: ((why: DatabaseStopped) => void) | undefined
  #why: DatabaseStopped | undefined
  #guarded = false
  #room: Room = 'enough'
  readonly #listeners: ((room: Room) => void)[] = []
  #readOnly = false
  #switching: Promise<void> | undefined

  private constructor(files: DurableFiles, options: PGliteOptions) {
    super({ ...options, fs: files, startParams })
    this.#files = files
    files.whenLoaded = () => this.#watchLoop()
    this.stopped = new Promise((resolve) => {
      this.#stop = resolve
    })
  }

  /** Opens the database of a folder. */
  static async open(folder: string, disk: Disk = realDisk): Promise<EmbeddedDatabase> {
    const database = new EmbeddedDatabase(new DurableFiles(folder, disk, { isNew: false }), {})
    await database.#begin()
    return database
  }

  /** Makes a database in a folder that has none: from an archive, where there is one. */
  static async make(folder: string, archive: Blob | undefined, disk: Disk = realDisk): Promise<EmbeddedDatabase> {
    const files = new DurableFiles(folder, disk, { isNew: true })
    const database = new EmbeddedDatabase(files, { loadDataDir: archive })
    await database.#begin()
    await files.finish()
    return database
  }

  async #begin(): Promise<void> {
    await this.waitReady
    const where = 'select file_name, file_offset from pg_walfile_name_offset(pg_current_wal_insert_lsn())'
    const { rows } = await this.query<{ file_name: string; file_offset: number }>(where)
    for (const { file_name, file_offset } of rows) this.#files.space.writesLog(file_name, file_offset)
  }

  /** From now on changes are refused where the disk is full. Before, nobody else uses the database, and what fails is said by its opening. */
  guard(): StoreDisk {
    this.#guarded = true
    const { space } = this.#files
    return {
      freeBytes: () => space.bytes,
      // before changes are refused, a checkpoint may still make room
      room: () => (space.room === 'none' && !this.#readOnly ? 'little' : space.room),
      onRoom: (listener) => this.#listeners.push(listener),
      stopped: this.stopped,
    }
  }

  override query<T>(...args: Parameters<PGlite['query']>) {
    return this.#durably(() => super.query<T>(...args))
  }

  override exec(...args: Parameters<PGlite['exec']>) {
    return this.#durably(() => super.exec(...args))
  }

  override transaction<T>(...[work]: Parameters<typeof PGlite.prototype.transaction<T>>) {
    return this.#durably(() => super.transaction(work))
  }

  override _runExclusiveTransaction<T>(work: () => Promise<T>): Promise<T> {
    return super._runExclusiveTransaction(async () => {
      try {
        return await work()
      } finally {
        await this.#leaveTransaction()
      }
    })
  }

  override async close(): Promise<void> {
    // a database that has stopped would write its last state into files that are right as they are
    if (this.#why !== undefined) return
    await super.close()
    await this.#files.log.done()
  }

  async #durably<T>(work: () => Promise<T>): Promise<T> {
    if (this.#why !== undefined) throw this.#why
    if (this.#guarded) await this.#watchSpace()
    const refusals = this.#readOnly ? [diskFull, readOnly] : [diskFull]
    try {
      return await work()
    } catch (error) {
      if (this.#why !== undefined) throw this.#why
      if (hasCode(error, ...refusals)) throw new DiskFull(error)
      throw error
    } finally {
      // reading, too: nobody is told of what a power failure could still take back
      await this.#files.log.done().catch((error: unknown) => this.#giveUp(error))
    }
  }

  /** On a full disk PostgreSQL may refuse even to roll back, once; whoever comes next would be in the transaction that was given up. */
  async #leaveTransaction(): Promise<void> {
    for (let attempt = 0; this.#why === undefined && this.isInTransaction(); attempt++) {
      if (attempt === mostRollbacks) throw this.#stopWith(new Error('a transaction cannot be rolled back'))
      await this._runExclusiveQuery(() => this.execProtocol(rollback, { throwOnError: false }))
    }
  }

  async #watchSpace(): Promise<void> {
    const { room } = this.#files.space
    const full = room === 'none'
    if (!full && !this.#readOnly) this.#tell(room)
    if (full === this.#readOnly && this.#switching === undefined) return
    this.#switching ??= this.#allowChanges(!full).finally(() => {
      this.#switching = undefined
    })
    await this.#switching
  }

  async #allowChanges(allowed: boolean): Promise<void> {
    const { space } = this.#files
    if (!allowed && space.mayGrow) {
      // old segments of the log become the next ones, or room; where even that finds none, there is none
      await super.exec('checkpoint').catch((error: unknown) => {
        if (!hasCode(error, diskFull)) throw error
      })
      if (space.room !== 'none') return
    }
    await super.exec(`set default_transaction_read_only = ${allowed ? 'off' : 'on'}`)
    this.#readOnly = !allowed
    this.#tell(allowed ? space.room : 'none')
  }

  #tell(room: Room): void {
    if (room === this.#room) return
    this.#room = room
    for (const listener of this.#listeners) listener(room)
  }

  /** PGlite runs PostgreSQL's loop again and again until a message is worked off, also when PostgreSQL has given up, and would do so for ever. */
  #watchLoop(): void {
    const module = this.Module
    const loop = module._PostgresMainLoopOnce
    module._PostgresMainLoopOnce = () => {
      if (this.#why !== undefined) throw new Breakout()
      try {
        loop()
      } catch (error) {
        if (Object(error).status === longJump) throw error
        this.#stopWith(error)
        throw new Breakout()
      }
    }
  }

  #giveUp(error: unknown): never {
    throw this.#stopWith(error)
  }

  #stopWith(cause: unknown): DatabaseStopped {
    this.#why ??= new DatabaseStopped(cause)
    this.#stop?.(this.#why)
    return this.#why
  }
}

/** Leaves PGlite's loop, which catches everything and then asks for its status. */
class Breakout extends Error {
  get status(): never {
    throw this
  }
}
