import { asc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { clientSchema } from '@/lib/auth/credentials/client'
import type { Store } from '@/lib/registry/store/store'
import { clients } from '@/lib/registry/tables/serverTables'

const rowSchema = clientSchema.extend({ hasToken: z.boolean() })

/** A client, and whether it has an access token: without one, as after a restored backup, it cannot do anything. */
export type ListedClient = z.infer<typeof rowSchema>

/** The clients of the embedded deployment by their ids, without their access tokens. */
export async function listClients(store: Store): Promise<ListedClient[]> {
  const { clientId, scopes, description, createdBy, expires, disabled, createdAt } = clients
  const hasToken = sql<boolean>`${clients.sealedAccessToken} is not null or ${clients.accessToken} is not null`
  const rows = await store.database
    .select({ clientId, scopes, description, createdBy, expires, disabled, createdAt, hasToken })
    .from(clients)
    .orderBy(asc(clientId))
  return rows.map((row) => rowSchema.parse(row))
}
