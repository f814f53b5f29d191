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
