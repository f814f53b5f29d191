/**
 * How many times as long `work` takes for a text of four times the length: some 4 where the time is in proportion, 16 where it grows with the square. In time of the
 * processor, since others work on the machine too; of three runs the shortest counts, and what takes less than two milliseconds counts as that.
 */
export function growth(work: (length: number) => void, length: number): number {
  const taken = (longer: number) => {
    const runs = [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work(longer)
      return process.cpuUsage(before).user / 1000
    })
    return Math.max(Math.min(...runs), 2)
  }
  return taken(4 * length) / taken(length)
}

/** Between what is in proportion and what grows with the square. */
export const mostGrowth = 12
