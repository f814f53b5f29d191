import { z } from 'zod'

/** A row of `clients`. */
export const clientSchema = z.object({
  clientId: z.string(),
  accessToken: z.string(),
  scopes: z.array(z.string()),
  description: z.string(),
  expires: z.date(),
  disabled: z.boolean(),
  createdAt: z.date(),
})

/** A Taskcluster client of the embedded deployment. */
export type Client = z.infer<typeof clientSchema>

/** The ids that Taskcluster knows. */
export const clientIdPattern = /^[A-Za-z0-9!@/:.+|_-]+$/
