import { eq, isNotNull, sql } from 'drizzle-orm'
import type { Store } from '@/lib/registry/store'
import { clients } from '@/lib/registry/tables/clients'
import { sealClientToken } from './clientToken'

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
