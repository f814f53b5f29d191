import 'server-only'

/** Does something that no request waits for, such as a registration that is sent again: a server that stops lets it finish first. Once it stops, nothing is begun: undefined. */
export async function besideRequests<T>(work: () => Promise<T>): Promise<T | undefined> {
  const { work: open, finishing } = shared()
  if (finishing) return undefined
  const done = work()
  open.add(done)
  try {
    return await done
  } finally {
    open.delete(done)
  }
}

interface Kept {
  work: Set<Promise<unknown>>
  finishing: boolean
}

// Pages and route handlers are bundled apart from each other and still share one process.
const kept: { [key: symbol]: Kept | (() => Promise<void>) | undefined } = globalThis
const key = Symbol.for('worker-type-designer.besideRequests')
/** `scripts/steps/serve.mjs` calls it before it stops. */
const finishKey = Symbol.for('worker-type-designer.finish')

function shared(): Kept {
  const known = kept[key]
  if (known !== undefined && typeof known !== 'function') return known
  const made: Kept = { work: new Set(), finishing: false }
  kept[key] = made
  kept[finishKey] = async () => {
    made.finishing = true
    await Promise.allSettled(made.work)
  }
  return made
}
