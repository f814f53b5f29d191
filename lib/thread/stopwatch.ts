/** How many times its budget a job may take on a machine that has no time for it. */
const mostTimes = 5

/**
 * A clock for one job with a budget in milliseconds: how long it still has, 0 when its time is up. The budget is time of a processor: while the whole
 * process has computed for less since the start, the job has as well, however much time has passed. A busy machine makes it wait for up to five times
 * the budget.
 */
export function startStopwatch(budget: number): () => number {
  const start = performance.now()
  const before = process.cpuUsage()
  return () => {
    const passed = performance.now() - start
    if (passed < budget) return budget - passed
    const { user, system } = process.cpuUsage(before)
    return Math.max(0, Math.min(budget - (user + system) / 1000, budget * mostTimes - passed))
  }
}
