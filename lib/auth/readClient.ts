import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Store } from '../registry/store'
import { clients } from '../registry/tables/clients'
import { type Client, clientIdPattern, clientSchema } from './client'
import { openClientToken } from './clientToken'

const rowSchema = clientSchema.extend({
  sealedAccessToken: z.string().nullable(),
  accessToken: z.string().nullable(),
})

const statements = new WeakMap<Database, ReturnType<typeof prepare>>()

/** The client with this id, or undefined. */
export async function readClient(store: Store, clientId: string): Promise<Client | undefined> {
  if (!clientIdPattern.test(clientId)) return undefined
  const statement = statements.get(store.database) ?? prepare(store.database)
  statements.set(store.database, statement)
  const rows = await statement.execute({ clientId })
  if (rows[0] === undefined) return undefined
  const { sealedAccessToken, accessToken, createdBy: _, ...row } = rowSchema.parse(rows[0])
  if (accessToken !== null || sealedAccessToken === null) return { ...row, accessToken }
  return { ...row, accessToken: openClientToken(store, clientId, sealedAccessToken) }
}

/** Every signed request runs it; without a name the server keeps nothing of it, which poolers in between would lose. */
function prepare(database: Database) {
  return database
    .select()
    .from(clients)
    .where(eq(clients.clientId, sql.placeholder('clientId')))
    .prepare('')
}
