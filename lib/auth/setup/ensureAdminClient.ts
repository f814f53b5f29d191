import { join } from 'node:path'
import { readClient, sealClientToken, type UsableClient } from '@/lib/auth/credentials/client'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { SecretFile } from '@/lib/registry/store/secretFiles'
import type { Store } from '@/lib/registry/store/store'
import { clients } from '@/lib/registry/tables/serverTables'
import { readSecretFile, writeSecretFile } from './secretFile'

/** `bytes` random bytes as base64url: 24 give an access token of 32 characters. */
export type RandomText = (bytes: number) => string

export interface AdminPlace {
  dataDir: string
  rootUrl: string
  random: RandomText
  now: Date
}

/** Who the audit says made the client `admin`. No client can have this id. */
export const firstStart = 'first start'

/** Far enough away to mean never, and a date that every client can read. */
const never = new Date('2999-12-31T00:00:00Z')

/**
 * The client `admin`, which may do everything: made at the first start with a random access token, found again later. The data directory
 * gets its credentials as `admin-credentials.json` (an object of TASKCLUSTER_* variables) and `admin-credentials.sh` (the same, for
 * a shell's `source`), readable by the owner alone.
 */
export async function ensureAdminClient(
  store: Store,
  { dataDir, rootUrl, random, now }: AdminPlace,
): Promise<UsableClient> {
  const admin = (await readAdmin(store)) ?? (await createAdmin(store, random, now))
  const variables = {
    TASKCLUSTER_ROOT_URL: rootUrl,
    TASKCLUSTER_CLIENT_ID: admin.clientId,
    TASKCLUSTER_ACCESS_TOKEN: admin.accessToken,
  }
  const json = JSON.stringify(variables, null, 2)
  const exports = Object.entries(variables).map(([name, value]) => `export ${name}='${value.replaceAll("'", '%27')}'`)
  replace(dataDir, 'admin-credentials.json', json)
  replace(dataDir, 'admin-credentials.sh', exports.join('\n'))
  return admin
}

async function createAdmin(store: Store, random: RandomText, now: Date): Promise<UsableClient> {
  const admin = {
    clientId: 'admin',
    sealedAccessToken: sealClientToken(store, 'admin', random(24)),
    scopes: ['*'],
    description: 'Made at the first start',
    expires: never,
    createdBy: firstStart,
    disabled: false,
    createdAt: now,
  }
  await store.database.transaction(async (tx) => {
    // Another process on the same server may have been faster; its client is the one.
    const rows = await tx.insert(clients).values(admin).onConflictDoNothing().returning({ clientId: clients.clientId })
    const { scopes, description, disabled } = admin
    const detail = { before: null, after: { scopes, expires: never.toJSON(), description, disabled } }
    if (rows[0])
      await recordAudit(tx, { entity: 'client:admin', action: 'client.created', who: firstStart, at: now, detail })
  })
  const made = await readAdmin(store)
  if (made === undefined) throw new Error('the client admin was not there after it was made')
  return made
}

async function readAdmin(store: Store): Promise<UsableClient | undefined> {
  const admin = await readClient(store, 'admin')
  if (admin === undefined) return undefined
  if (admin.accessToken === null) throw new Error('the client admin has no access token')
  return { ...admin, accessToken: admin.accessToken }
}

/** What is in these files comes from the database, so one that was cut short is only written anew. */
function replace(dataDir: string, name: SecretFile, content: string): void {
  if (readSecretFile(join(dataDir, name)) !== content) writeSecretFile(dataDir, name, `${content}\n`)
}
