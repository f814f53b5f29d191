import type { JsonObject } from '@/lib/base/json'
import { redactWithin } from '@/lib/base/redact'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import { unlessFull } from '@/lib/registry/store/databaseTrouble'
import type { Store } from '@/lib/registry/store/store'

/** Somebody who may not do something: `what` is as in `action:renewNow` or `api:queue/declareWorkerType`. */
export interface Refusal {
  who: string
  what: string
  at: Date
  /** `needed` and `missing` scopes, or `why` in words */
  detail: JsonObject
}

const minute = 60_000
const mostRemembered = 1000
/** of a detail, which may repeat what a request asks for */
const bounds = { longestText: 1000, longest: 5000 }

/** When the last row of somebody and of something was, and how many refusals came since that have none. */
interface Told {
  at: number
  untold: number
}
const remembered = new WeakMap<Store['database'], Map<string, Told>>()

/**
 * Tells the audit that somebody was refused: one row a minute for each client and kind, since a program that tries over and over, with whatever it likes,
 * would fill what can only be added to. A row says in `untold` how many came after the one before it, without a row of their own.
 */
export async function recordRefusal({ database }: Store, { who, what, at, detail }: Refusal): Promise<void> {
  const recent = remembered.get(database) ?? new Map<string, Told>()
  remembered.set(database, recent)
  const key = JSON.stringify([who, what])
  const last = recent.get(key)
  if (last !== undefined && Math.abs(at.getTime() - last.at) < minute) {
    last.untold++
    return
  }
  recent.delete(key)
  recent.set(key, { at: at.getTime(), untold: 0 })
  for (const oldest of recent.keys()) {
    if (recent.size <= mostRemembered) break
    recent.delete(oldest)
  }
  const told = redactWithin(detail, bounds)
  if (last !== undefined && last.untold > 0) told.untold = last.untold
  // whoever is refused is to hear that, not that nothing can be written
  await unlessFull(() => recordAudit(database, { entity: what, action: 'permission.refused', who, at, detail: told }))
}
