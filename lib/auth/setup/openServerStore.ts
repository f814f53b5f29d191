import { eq, isNotNull, sql } from 'drizzle-orm'
import { SealKeyWrong, sealClientToken } from '@/lib/auth/credentials/client'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import { openStore, type StorePlace } from '@/lib/registry/store/openStore'
import type { Store } from '@/lib/registry/store/store'
import { clients } from '@/lib/registry/tables/serverTables'
import { type AdminPlace, ensureAdminClient } from './ensureAdminClient'
import { makeKeyFile, readKeyFile } from './keyFile'

/** Where a server has its store, and the key of the settings. */
export interface ServerPlace extends StorePlace, AdminPlace {
  /** instead of the file `seal-key` in the data directory */
  sealKey?: string
}

/**
 * Opens the store of a server with the key that seals access tokens and sessions, and sees to it that the client `admin` is there. A key is only made
 * where nothing was sealed yet.
 *
 * Problems: those of `openStore` and `readKeyFile`, `seal-key-missing`, `seal-key-wrong`.
 */
export async function openServerStore(place: ServerPlace): Promise<Result<Store>> {
  const { dataDir, random } = place
  const key = place.sealKey === undefined ? readKeyFile(dataDir) : succeed(place.sealKey)
  if (!key.ok) return key
  const opened = await openStore(place)
  if (!opened.ok) return opened
  try {
    if (key.value === undefined && (await hasSealed(opened.value))) {
      await opened.value.close()
      return fail([keyProblem('seal-key-missing', `the key of the database is not in ${dataDir}`)])
    }
    const store = { ...opened.value, sealKey: key.value ?? makeKeyFile(dataDir, random) }
    await sealOldTokens(store)
    await ensureAdminClient(store, place)
    return succeed(store)
  } catch (error) {
    await opened.value.close()
    const trouble = databaseTrouble(error)
    if (trouble !== undefined) return fail([trouble])
    if (!(error instanceof SealKeyWrong)) throw error
    return fail([keyProblem('seal-key-wrong', error.message)])
  }
}

async function hasSealed({ database }: Store): Promise<boolean> {
  const { clientId, sealedAccessToken } = clients
  return (await database.select({ clientId }).from(clients).where(isNotNull(sealedAccessToken)).limit(1)).length > 0
}

function keyProblem(code: string, message: string): Problem {
  const help =
    'Set SEAL_KEY, or put back the file seal-key of the data directory that the database was used with. Without the key, export the database with wtd export, and import it into a new one: clients need new access tokens then.'
  return { code, severity: 'error', message, path: '', help }
}

/** Seals the access tokens that were kept as they are before this product sealed them, and has the database write the table anew. */
export async function sealOldTokens(store: Store): Promise<void> {
  const { clientId, accessToken } = clients
  const rows = await store.database.select({ clientId, accessToken }).from(clients).where(isNotNull(accessToken))
  if (rows.length === 0) return
  await store.database.transaction(async (tx) => {
    for (const row of rows) {
      if (row.accessToken === null) continue
      const sealedAccessToken = sealClientToken(store, row.clientId, row.accessToken)
      await tx.update(clients).set({ sealedAccessToken, accessToken: null }).where(eq(clientId, row.clientId))
    }
  })
  // rows that were changed stay in the files of the database until it tidies up
  await store.database.execute(sql`vacuum full clients`)
}
