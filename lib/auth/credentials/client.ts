import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { sharedReads } from '@/lib/base/sharedReads'
import type { Database, Store } from '@/lib/registry/store/store'
import { clients } from '@/lib/registry/tables/serverTables'
import { openSecret, sealSecret } from './sealSecret'

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

/** Whether a name stands for somebody else in the audit: who is not signed in. It is compared as people read it. */
export function isReservedName(clientId: string): boolean {
  return clientId.toLowerCase() === 'nobody'
}

/** The access tokens in the database cannot be opened: they were sealed with another key, or somebody has changed them. */
export class SealKeyWrong extends Error {
  override readonly name = 'SealKeyWrong'
  constructor(clientId: string) {
    super(`the access token of the client ${clientId} cannot be opened: it was sealed with another key`)
  }
}

/** The access token of a client as it goes into the database. */
export function sealClientToken(store: Store, clientId: string, accessToken: string): string {
  return sealSecret(keyOf(store), `client:${clientId}`, accessToken)
}

/** The access token of a client, from the database. Throws `SealKeyWrong`. */
function openClientToken(store: Store, clientId: string, sealed: string): string {
  const opened = openSecret(keyOf(store), `client:${clientId}`, sealed)
  if (opened === undefined) throw new SealKeyWrong(clientId)
  return opened
}

function keyOf({ sealKey }: Store): string {
  if (sealKey === undefined) throw new Error('this store was opened without the key that seals secrets')
  return sealKey
}

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
