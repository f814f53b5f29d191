import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { openEmbedded } from '../openEmbedded'
import { openServer } from '../openServer'
import type { Store } from '../store'
import { databaseFiles } from './databaseFiles'
import { emptyStore } from './emptyStore'
import { migrationsFolder } from './migrationsFolder'
import { startPostgres } from './startPostgres'

export type StoreKind = 'embedded database' | 'PostgreSQL server'

/** Runs the same tests on the embedded database and on a PostgreSQL server, or on the kinds that are said; each test on an empty store. */
export function eachStore(title: string, body: (store: () => Store) => void, only?: StoreKind): void {
  const kinds = {
    'embedded database': async () => {
      const store = await openEmbedded(undefined, databaseFiles)
      return { store, end: () => store.close() }
    },
    'PostgreSQL server': async () => {
      const server = await startPostgres()
      const store = await openServer(server.url, migrationsFolder)
      const end = async () => {
        await store.close()
        await server.stop()
      }
      return { store, end }
    },
  }
  for (const [kind, open] of Object.entries(kinds)) {
    if (only !== undefined && kind !== only) continue
    describe(`${title}, ${kind}`, () => {
      let opened: Awaited<ReturnType<typeof open>> | undefined
      const store = () => {
        if (opened === undefined) throw new Error('the store is only open inside a test')
        return opened.store
      }
      beforeAll(async () => {
        opened = await open()
      }, 60_000)
      beforeEach(() => emptyStore(store()))
      afterAll(() => opened?.end())
      body(store)
    })
  }
}
