import { fail, type Problem } from '@/lib/base/problem'
import { recordAudit } from '@/lib/registry/recordAudit'
import type { Store } from '@/lib/registry/store'
import { readClient } from './readClient'

/** A sign-in that came to nothing, told to the audit: which way it was tried, and as whom, where a client of that id is there. */
export async function refuseSession(
  store: Store,
  { clientId = '', way, problems, now }: { clientId?: string; way: string; problems: Problem[]; now: Date },
): Promise<{ ok: false; problems: Problem[] }> {
  // what was typed as a client id is kept only where it looks like one: somebody may have put the token there
  const exists = (await readClient(store, clientId)) !== undefined
  const who = exists ? clientId : 'nobody'
  const detail = { with: way, why: problems[0]?.code ?? '' }
  await recordAudit(store.database, { entity: `client:${who}`, action: 'session.refused', who, at: now, detail })
  return fail(problems)
}
