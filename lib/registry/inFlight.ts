/**
 * How long a registration without an outcome counts as one that is still being sent, in milliseconds: longer than the client of the Queue
 * waits in all. After that its process is taken for gone, or the Queue for silent.
 */
const longestFlight = 2 * 60_000

/** True while what was intended then may still be on its way to the Queue. */
export function isInFlight(intendedAt: Date, now: Date): boolean {
  return now.getTime() - intendedAt.getTime() < longestFlight
}
