import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import { openServer } from '@/lib/registry/store/openServer'
import type { Store } from '@/lib/registry/store/store'
import { databaseFiles } from './databaseFiles'
import { emptyStore } from './emptyStore'
import { migrationsFolder } from './migrationsFolder'
import { postgresDatabase } from './postgresDatabase'

export type StoreKind = 'embedded database' | 'PostgreSQL server'

const open: Record<StoreKind, () => Promise<Store>> = {
  'embedded database': () => openEmbedded(undefined, databaseFiles),
  'PostgreSQL server': async () => openServer(await postgresDatabase(), migrationsFolder),
}

// Opening a store takes seconds, emptying one a moment: files that share an environment hand theirs on.
const kept: { [key: symbol]: Record<StoreKind, Store[]> | undefined } = globalThis
const key = Symbol.for('worker-type-designer.testStores')

/** An empty store, in memory or on the PostgreSQL server of this process. Closing it gives it back, for whoever asks next. */
export async function testStore(kind: StoreKind = 'embedded database'): Promise<Store> {
  kept[key] ??= { 'embedded database': [], 'PostgreSQL server': [] }
  const idle = kept[key][kind]
  const store = idle.pop() ?? (await open[kind]())
  await emptyStore(store)
  return { ...store, close: async () => void idle.push(store) }
}
