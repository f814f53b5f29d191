import type { Store } from '@/lib/registry/store'
import { type SchemaWatch, type WatchOptions, watchLoop } from './schemaWatch'

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
