import { z } from 'zod'

/** A row of `drafts` less its document, as lists need it. */
export const draftSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  revision: z.number().int(),
  author: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
})

/** A row of `drafts`. */
export const draftSchema = draftSummarySchema.extend({ document: z.string() })

/** A design that is being edited: the YAML text as it was typed, valid or not; `revision` counts the times it was saved. */
export type Draft = z.infer<typeof draftSchema>

export type DraftSummary = z.infer<typeof draftSummarySchema>
