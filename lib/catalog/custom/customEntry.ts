import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry/entry'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'

/** An entry that comes from an admin, not with the product. */
export type CustomEntry = EngineEntry | PluginEntry

/** What is wrong with a custom entry, at a place of it. */
export interface Finding {
  /** stable, kebab-case; `entry-invalid` where left out */
  code?: string
  place: EntryPlace
  /** a plain sentence */
  message: string
  help?: string
}
