import { z } from 'zod'

/** Taskcluster credentials. `certificate` is the JSON text that temporary ones come with. */
export const credentialsSchema = z.object({
  clientId: z.string(),
  accessToken: z.string(),
  certificate: z.string().optional(),
})

export type Credentials = z.infer<typeof credentialsSchema>
