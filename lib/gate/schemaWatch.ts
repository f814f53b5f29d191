import type { Store } from '@/lib/registry/store/store'
import type { SchemasInForce } from './schemasInForce'

/** How well the schemas in force are known. `lost`: the last known ones are in force; `never-seen`: there are none yet. */
export type DatabaseState = { state: 'read' } | { state: 'lost' | 'never-seen'; since: Date; why: string }

/** Keeps `SchemasInForce` in step with the database, until it is closed. */
export interface SchemaWatch {
  readonly database: DatabaseState
  close(): Promise<void>
}

export interface WatchOptions {
  schemas: SchemasInForce
  now: () => Date
  /** told each time the database is found or lost */
  onChange?: (state: DatabaseState) => void
}

/** A watch of one kind: how long it waits, and what it does in between. */
interface WatchKind {
  /** longest time until a change is noticed that nobody told of, and between attempts */
  pollMilliseconds: number
  /** reads until the database is gone; then it throws */
  session(controls: WatchSession): Promise<void>
}

/** What a session of reading is given. */
export interface WatchSession {
  /** to be called after each reading */
  seen(): void
  /** resolves when it is time to read again; rejects when the watch is closed */
  wait(): Promise<void>
  /** ends the waiting */
  wake(): void
}

/** The loop of all watches: sessions that read until the database is gone, one after another. */
export function watchLoop(
  { schemas, now, onChange }: WatchOptions,
  { pollMilliseconds, session }: WatchKind,
): SchemaWatch {
  let database: DatabaseState = { state: 'never-seen', since: now(), why: 'it was not reached yet' }
  let told: DatabaseState['state'] | undefined
  let closed = false
  let pending = false
  let ring = () => {}

  const wake = () => {
    pending = true
    ring()
  }
  const wait = async () => {
    if (!pending && !closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMilliseconds)
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    pending = false
    if (closed) throw new Error('the watch is closed')
  }
  const enter = (next: DatabaseState) => {
    database = next
    if (told !== next.state) onChange?.(next)
    told = next.state
  }
  const run = async () => {
    while (!closed) {
      try {
        await session({ wait, wake, seen: () => enter({ state: 'read' }) })
      } catch (error) {
        if (closed) return
        const why = error instanceof Error ? error.message || error.name : String(error)
        const since = 'since' in database ? database.since : now()
        enter({ state: schemas.readAt === undefined ? 'never-seen' : 'lost', since, why })
        pending = false
        await wait().catch(() => {})
      }
    }
  }
  const running = run()
  const close = async () => {
    closed = true
    wake()
    await running
  }
  return {
    close,
    get database() {
      return database
    },
  }
}

/**
 * Watches an open store by looking now and then. An embedded database has one process, and the gate reads at once what it declares itself, so
 * that this is for what nobody foresees.
 */
export function watchStore(store: Store, options: WatchOptions): SchemaWatch {
  return watchLoop(options, {
    pollMilliseconds: 10_000,
    async session({ seen, wait }) {
      for (;;) {
        await options.schemas.read(store.database, options.now())
        seen()
        await wait()
      }
    },
  })
}
