import type { Store } from '../../registry/store'
import { type SchemaWatch, type WatchOptions, watchLoop } from './schemaWatch'

/** Watches an open store by looking. An embedded database has one process, which reads at once what it declares itself. */
export function watchStore(store: Store, options: WatchOptions): SchemaWatch {
  return watchLoop(options, async ({ seen, wait }) => {
    for (;;) {
      await options.schemas.read(store.database, options.now())
      seen()
      await wait()
    }
  })
}
