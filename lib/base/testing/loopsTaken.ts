const steps = 20_000_000

/** Milliseconds that an empty loop takes at this moment, on this machine, beside whatever else it does. */
export function emptyLoop(): number {
  const started = performance.now()
  let sum = 0
  for (let i = 0; i < steps; i++) sum = (sum + i) | 0
  // what is not used may be left out
  if (sum === 0.5) throw new Error('no integer')
  return performance.now() - started
}

/**
 * How long `work` takes, counted in empty loops of some 10 to 20 ms that run before and after it: a budget that holds on a slow or busy machine too,
 * and that a quadratic algorithm breaks.
 */
export function loopsTaken(work: () => void): number {
  const before = emptyLoop()
  const started = performance.now()
  work()
  const taken = performance.now() - started
  return taken / Math.max(before, emptyLoop())
}
