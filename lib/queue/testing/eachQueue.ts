import { afterEach, beforeEach, expect } from 'vitest'
import type { Store } from '@/lib/registry/store/store'
import { eachStore } from '@/lib/registry/testing/eachStore'
import type { StoreKind } from '@/lib/registry/testing/testStore'
import { startQueue, type TestQueue } from './startQueue'

/** Runs the same tests on a Queue on each kind of store, each test on an empty one with a client `admin` that may do everything. */
export function eachQueue(
  title: string,
  body: (queue: () => TestQueue, store: () => Store) => void,
  only?: StoreKind,
): void {
  eachStore(
    title,
    (store) => {
      let started: TestQueue | undefined
      const queue = () => {
        if (started === undefined) throw new Error('the Queue only runs inside a test')
        return started
      }
      beforeEach(async () => {
        started = await startQueue(store())
        await started.addClient('admin', ['*'])
      })
      afterEach(async () => {
        await started?.stop()
        expect(started?.failures).toEqual([])
      })
      body(queue, store)
    },
    only,
  )
}
