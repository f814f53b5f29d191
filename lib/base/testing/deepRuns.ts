/** Whether these tests run as the second tier, `npm run test:deep`, which does all of what is long by nature. */
export const isDeep = process.env.TEST_TIER === 'deep'

/**
 * How often a law is tried, a process killed or a request spoiled: `all` times in the deep tier, a share of that otherwise. Days differ in
 * their seed, so what one day's share leaves out is tried on another. A file that imports this is run again by the deep tier.
 */
export function deepRuns(all: number, share = 1 / 8): number {
  return isDeep ? all : Math.max(1, Math.ceil(all * share))
}
