import type { JsonObject } from '../base/json'
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
const remembered = new WeakMap<Store['database'], Map<string, number>>()

/**
 * Tells the audit that somebody was refused. The same refusal again within a minute is not told again: a program that tries over and over would
 * fill what can only be added to.
 */
export async function recordRefusal({ database }: Store, { who, what, at, detail }: Refusal): Promise<void> {
  const told = remembered.get(database) ?? new Map<string, number>()
  remembered.set(database, told)
  const key = JSON.stringify([who, what, detail])
  const last = told.get(key)
  if (last !== undefined && Math.abs(at.getTime() - last) < minute) return
  told.delete(key)
  told.set(key, at.getTime())
  for (const oldest of told.keys()) {
    if (told.size <= mostRemembered) break
    told.delete(oldest)
  }
  await recordAudit(database, { entity: what, action: 'permission.refused', who, at, detail })
}
