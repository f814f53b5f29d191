import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { sharedReads } from '@/lib/base/sharedReads'
import type { Database, Store } from '@/lib/registry/store'
import { clients } from '@/lib/registry/tables/clients'
import { type Client, clientIdPattern, clientSchema } from './client'
import { openClientToken } from './clientToken'

const rowSchema = clientSchema.extend({
  sealedAccessToken: z.string().nullable(),
  accessToken: z.string().nullable(),
})

type Statement = ReturnType<typeof prepare>
type Rows = Awaited<ReturnType<Statement['execute']>>
const reads = new WeakMap<Database, (clientId: string) => Promise<Rows>>()

/** The client with this id, or undefined. Requests of one client that come at once share a read, which begins after all of them came. */
export async function readClient(store: Store, clientId: string): Promise<Client | undefined> {
  if (!clientIdPattern.test(clientId)) return undefined
  const read = reads.get(store.database) ?? readsOf(prepare(store.database))
  reads.set(store.database, read)
  const rows = await read(clientId)
  if (rows[0] === undefined) return undefined
  const { sealedAccessToken, accessToken, createdBy: _, ...row } = rowSchema.parse(rows[0])
  if (accessToken !== null || sealedAccessToken === null) return { ...row, accessToken }
  return { ...row, accessToken: openClientToken(store, clientId, sealedAccessToken) }
}

function readsOf(statement: Statement): (clientId: string) => Promise<Rows> {
  return sharedReads((clientId) => statement.execute({ clientId }))
}

/** Every signed request runs it; without a name the server keeps nothing of it, which poolers in between would lose. */
function prepare(database: Database) {
  return database
    .select()
    .from(clients)
    .where(eq(clients.clientId, sql.placeholder('clientId')))
    .prepare('')
}
