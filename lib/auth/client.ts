import { z } from 'zod'

/** A client as everybody may see it who may see clients: without its access token. */
export const clientSchema = z.object({
  clientId: z.string(),
  scopes: z.array(z.string()),
  description: z.string(),
  createdBy: z.string(),
  expires: z.date(),
  disabled: z.boolean(),
  createdAt: z.date(),
})

/** A Taskcluster client of the embedded deployment. */
export type ClientInfo = z.infer<typeof clientSchema>

/** The same with its access token, opened: for whoever verifies a signature. One that came with a backup has none until somebody gives it one. */
export interface Client extends Omit<ClientInfo, 'createdBy'> {
  accessToken: string | null
}

/** A client that can sign. */
export interface UsableClient extends Client {
  accessToken: string
}

/** The ids that Taskcluster knows. */
export const clientIdPattern = /^[A-Za-z0-9!@/:.+|_-]+$/
