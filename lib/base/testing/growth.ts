/** Between what is in proportion, some 4, and what grows with the square, 16. */
export const mostGrowth = 12

const rounds = 8

/**
 * How many times as long `work` takes for a text of four times the length. In time of the processor, since others work on the machine too; of several
 * rounds the shortest times count, as many as it takes to be below `mostGrowth`, and what takes less than two milliseconds counts as that.
 */
export function growth(work: (length: number) => void, length: number): number {
  const taken = (longer: number) => {
    const before = process.cpuUsage()
    work(longer)
    return process.cpuUsage(before).user / 1000
  }
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let ratio = Number.POSITIVE_INFINITY
  // the first run is that of code which nothing has made fast yet
  taken(length)
  for (let round = 0; round < rounds && !(round > 1 && ratio < mostGrowth); round++) {
    short = Math.max(2, Math.min(short, taken(length)))
    long = Math.max(2, Math.min(long, taken(4 * length)))
    ratio = long / short
  }
  return ratio
}
