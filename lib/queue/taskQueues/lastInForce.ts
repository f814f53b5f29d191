import type { Store } from '@/lib/registry/store'
import type { ValidatorInForce } from './validatorInForce'

const mostKept = 2000
const seen = new WeakMap<Store, Map<string, ValidatorInForce | undefined>>()

/** What was in force for the task queues of a store when they were last read: a guess that whoever keeps a task has to confirm. */
export function lastInForce(store: Store): Map<string, ValidatorInForce | undefined> {
  const known = seen.get(store) ?? new Map<string, ValidatorInForce | undefined>()
  seen.set(store, known)
  if (known.size > mostKept) known.clear()
  return known
}
