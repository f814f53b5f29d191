import { z } from 'zod'

/** What names one version of a custom catalog entry. */
export const entryKeySchema = z.object({
  worker: z.string(),
  kind: z.enum(['engine', 'plugin']),
  name: z.string(),
  version: z.string(),
})
export type EntryKey = z.infer<typeof entryKeySchema>

/** A row of `custom_entries`. */
export const storedEntrySchema = entryKeySchema.extend({ text: z.string(), author: z.string(), createdAt: z.date() })

/** One version of a catalog entry that an admin has added; `text` is its YAML as it was given. */
export type StoredEntry = z.infer<typeof storedEntrySchema>
