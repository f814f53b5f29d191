interface Running<T> {
  done: Promise<void>
  next?: Promise<T>
}

/**
 * A read that many may ask for at once. Whoever comes while one is running shares the next one with all others who do: it begins after they came, so that nobody is
 * told of what was before. Where the one that is running fails, so do they, who would else wait once more for the same.
 */
export function sharedReads<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Running<T>>()

  const start = (key: string): Promise<T> => {
    const result = read(key)
    const done = result.then(
      () => {
        if (current.next === undefined) running.delete(key)
      },
      (error: unknown) => {
        running.delete(key)
        throw error
      },
    )
    // told to whoever asked; nobody may be waiting for the next one
    done.catch(() => {})
    const current: Running<T> = { done }
    running.set(key, current)
    return result
  }

  return (key) => {
    const current = running.get(key)
    if (current === undefined) return start(key)
    current.next ??= current.done.then(() => start(key))
    return current.next
  }
}

interface BatchLimits<Item> {
  /** items of a batch */
  most: number
  /** what an item weighs, and what a batch may weigh, if it is not one item alone */
  weigh: (item: Item) => number
  heaviest: number
  /** whether an error is no item's fault, so that it would meet each of them alone, too */
  failsAll: (error: unknown) => boolean
}

interface Waiting<Item, Answer> {
  item: Item
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
  /** set once a batch with it has failed */
  alone?: true
}

/**
 * Does together what many ask for at once: while one batch is on its way, whoever comes waits for the next. `run` answers items in their order. Where it fails, it has
 * done nothing, and does each of them alone, so that nobody fails for others; where it fails for all, so does whoever waits, who would else wait once more for the same.
 */
export function inBatches<Item, Answer>(
  run: (items: Item[]) => Promise<Answer[]>,
  { most, weigh, heaviest, failsAll }: BatchLimits<Item>,
): (item: Item) => Promise<Answer> {
  type Ask = Waiting<Item, Answer>
  let waiting: Ask[] = []
  let busy = false

  const take = (): Ask[] => {
    let weight = 0
    let count = 0
    for (const { item, alone } of waiting.slice(0, most)) {
      weight += weigh(item)
      if (count > 0 && (alone || weight > heaviest)) break
      count++
      if (alone) break
    }
    const batch = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return batch
  }

  const settle = async (batch: Ask[]): Promise<void> => {
    try {
      const answers = await run(batch.map(({ item }) => item))
      for (const [i, { resolve, reject }] of batch.entries()) {
        const answer = answers[i]
        if (answer === undefined) reject(new Error('a batch has no answer for one of its items'))
        else resolve(answer)
      }
    } catch (error) {
      if (failsAll(error)) {
        for (const { reject } of [...batch, ...waiting.splice(0)]) reject(error)
        return
      }
      const [first, second] = batch
      if (second === undefined) first?.reject(error)
      else waiting.unshift(...batch.map((one) => ({ ...one, alone: true as const })))
    }
  }

  const work = async (): Promise<void> => {
    if (busy) return
    busy = true
    while (waiting.length > 0) await settle(take())
    busy = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      void work()
    })
}
