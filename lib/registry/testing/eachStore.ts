import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { Store } from '@/lib/registry/store/store'
import { emptyStore } from './emptyStore'
import { type StoreKind, testStore } from './testStore'

/** Runs the same tests on the embedded database and on a PostgreSQL server, or on the kind that is said; each test on an empty store. */
export function eachStore(title: string, body: (store: () => Store) => void, only?: StoreKind): void {
  for (const kind of ['embedded database', 'PostgreSQL server'] as const) {
    if (only !== undefined && kind !== only) continue
    describe(`${title}, ${kind}`, () => {
      let opened: Store | undefined
      const store = () => {
        if (opened === undefined) throw new Error('the store is only open inside a test')
        return opened
      }
      beforeAll(async () => {
        opened = await testStore(kind)
      })
      beforeEach(() => emptyStore(store()))
      afterAll(() => opened?.close())
      body(store)
    })
  }
}
