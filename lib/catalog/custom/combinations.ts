/**
 * Rows of choices, one for each dimension: `sizes` says how many options each has. Every combination where there are at most `most`, else rows
 * in which every two options of two dimensions meet. The same sizes give the same rows.
 */
export function combinations(sizes: readonly number[], most: number): number[][] {
  const all = sizes.reduce((product, size) => product * size, 1)
  if (all > most) return pairwise(sizes)
  return Array.from({ length: all }, (_, index) => {
    let rest = index
    return sizes.map((size) => {
      const choice = rest % size
      rest = Math.floor(rest / size)
      return choice
    })
  })
}

function pairwise(sizes: readonly number[]): number[][] {
  const rows: number[][] = []
  const open = new Set<string>()
  for (let a = 0; a < sizes.length; a++) {
    for (let b = a + 1; b < sizes.length; b++) {
      for (let i = 0; i < (sizes[a] ?? 0); i++) for (let j = 0; j < (sizes[b] ?? 0); j++) open.add(pair(a, i, b, j))
    }
  }
  for (let [first] = open; first !== undefined; [first] = open) {
    const [a = 0, i = 0, b = 0, j = 0] = first.split(',').map(Number)
    const row = new Map([
      [a, i],
      [b, j],
    ])
    for (let dimension = 0; dimension < sizes.length; dimension++) {
      if (!row.has(dimension)) row.set(dimension, bestChoice(dimension, sizes[dimension] ?? 1, row, open))
    }
    const entries = [...row].sort(([one], [other]) => one - other)
    for (const [one, choice] of entries) {
      for (const [other, second] of entries) if (one < other) open.delete(pair(one, choice, other, second))
    }
    rows.push(entries.map(([, choice]) => choice))
  }
  return rows
}

/** The option that meets the most others for the first time. */
function bestChoice(
  dimension: number,
  size: number,
  row: ReadonlyMap<number, number>,
  open: ReadonlySet<string>,
): number {
  let best = 0
  let most = -1
  for (let choice = 0; choice < size; choice++) {
    let count = 0
    for (const [other, chosen] of row) {
      if (open.has(other < dimension ? pair(other, chosen, dimension, choice) : pair(dimension, choice, other, chosen)))
        count++
    }
    if (count > most) [best, most] = [choice, count]
  }
  return best
}

function pair(a: number, i: number, b: number, j: number): string {
  return `${a},${i},${b},${j}`
}
