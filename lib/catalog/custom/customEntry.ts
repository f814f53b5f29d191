import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry'

/** An entry that comes from an admin, not with the product. */
export type CustomEntry = EngineEntry | PluginEntry
