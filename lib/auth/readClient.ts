import { eq } from 'drizzle-orm'
import type { Store } from '../registry/store'
import { clients } from '../registry/tables/clients'
import { type Client, clientIdPattern, clientSchema } from './client'

/** The client with this id, or undefined. */
export async function readClient(store: Store, clientId: string): Promise<Client | undefined> {
  if (!clientIdPattern.test(clientId)) return undefined
  const rows = await store.database.select().from(clients).where(eq(clients.clientId, clientId))
  return rows[0] && clientSchema.parse(rows[0])
}
