import type { EngineEntry, PluginEntry } from '../entry'

/** An entry that comes from an admin, not with the product. */
export type CustomEntry = EngineEntry | PluginEntry
