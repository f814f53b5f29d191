import type { JsonObject } from '../base/json'
import { redactWithin } from '../base/redactWithin'
import { sha256 } from '../base/sha256'
import { recordAudit } from '../registry/recordAudit'
import type { Store } from '../registry/store'

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
const remembered = new WeakMap<Store['database'], Map<string, number>>()

/**
 * Tells the audit that somebody was refused. The same refusal again within a minute is not told again: a program that tries over and over would
 * fill what can only be added to.
 */
export async function recordRefusal({ database }: Store, { who, what, at, detail: told }: Refusal): Promise<void> {
  const detail = redactWithin(told, bounds)
  const recent = remembered.get(database) ?? new Map<string, number>()
  remembered.set(database, recent)
  const key = sha256(JSON.stringify([who, what, detail]))
  const last = recent.get(key)
  if (last !== undefined && Math.abs(at.getTime() - last) < minute) return
  recent.delete(key)
  recent.set(key, at.getTime())
  for (const oldest of recent.keys()) {
    if (recent.size <= mostRemembered) break
    recent.delete(oldest)
  }
  await recordAudit(database, { entity: what, action: 'permission.refused', who, at, detail })
}
