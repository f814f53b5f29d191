import type { Store } from '@/lib/registry/store/store'

/** What is thrown where a process would be gone. */
export class Crash extends Error {}

/** The store of a process that is gone before or after its n-th write, counted from 0; whatever it does then fails. */
export function crashing(store: Store, at: number, when: 'before' | 'after'): Store {
  let writes = 0
  let gone = false
  const database = new Proxy(store.database, {
    get(target, name) {
      if (name !== 'transaction') {
        if (gone) throw new Crash()
        return Reflect.get(target, name)
      }
      return async (...args: Parameters<typeof target.transaction>) => {
        const now = writes++ === at
        if (gone || (now && when === 'before')) {
          gone = true
          throw new Crash()
        }
        const result = await target.transaction(...args)
        if (!now) return result
        gone = true
        throw new Crash()
      }
    },
  })
  return { ...store, database }
}

/** Before and after each of the two writes of a registration. */
export const crashMoments = ([0, 1] as const).flatMap((at) =>
  (['before', 'after'] as const).map((when) => ({ at, when })),
)
