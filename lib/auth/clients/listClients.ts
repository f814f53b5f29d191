import { asc } from 'drizzle-orm'
import type { Store } from '../../registry/store'
import { clients } from '../../registry/tables/clients'
import { type ClientInfo, clientSchema } from '../client'

/** The clients of the embedded deployment by their ids, without their access tokens. */
export async function listClients(store: Store): Promise<ClientInfo[]> {
  const { clientId, scopes, description, createdBy, expires, disabled, createdAt } = clients
  const rows = await store.database
    .select({ clientId, scopes, description, createdBy, expires, disabled, createdAt })
    .from(clients)
    .orderBy(asc(clientId))
  return rows.map((row) => clientSchema.parse(row))
}
