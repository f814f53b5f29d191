import type { EntryPlace } from '@/lib/catalog/entryDocument'

/** What is wrong with a custom entry, at a place of it. */
export interface Finding {
  /** stable, kebab-case; `entry-invalid` where left out */
  code?: string
  place: EntryPlace
  /** a plain sentence */
  message: string
  help?: string
}
