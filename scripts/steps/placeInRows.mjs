const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** How often lines cross between neighbouring rows, as the rows are ordered now. */
function crossings(rows) {
  let count = 0
  for (let level = 1; level < rows.length; level++) {
    const lines = rows[level].flatMap((node, at) => node.below.map((lower) => [at, rows[level - 1].indexOf(lower)]))
    for (const [a, b] of lines) count += lines.filter(([c, d]) => c > a && d < b).length
  }
  return count
}

/** A row in another order, always the same one for the same number. */
function shuffled(row, number) {
  let state = number
  const weight = new Map(
    row.map((node) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return [node, state]
    }),
  )
  return [...row].sort((a, b) => weight.get(a) - weight.get(b))
}

/** Orders each row once by where its neighbours in the row before it stand. */
function sweep(rows, upwards) {
  for (const [level, row] of upwards ? rows.entries() : [...rows.entries()].reverse()) {
    const beside = rows[level + (upwards ? -1 : 1)] ?? []
    const place = new Map(
      row.map((node, at) => {
        const neighbours = upwards ? node.below : node.above
        return [node, neighbours.length === 0 ? at : mean(neighbours.map((next) => beside.indexOf(next)))]
      }),
    )
    row.sort((a, b) => place.get(a) - place.get(b) || (a.name < b.name ? -1 : 1))
  }
}

/** Orders rows so that few lines cross: from many beginnings, up and down; the first of the best stays. */
function orderRows(rows) {
  for (const row of rows) row.sort((a, b) => (a.name < b.name ? -1 : 1))
  let best = { count: Number.POSITIVE_INFINITY, rows }
  for (let beginning = 1; beginning <= 200; beginning++) {
    const tried = rows.map((row, level) => shuffled(row, beginning * 100 + level))
    for (let round = 0; round < 8; round++) {
      sweep(tried, round % 2 === 0)
      const count = crossings(tried)
      if (count < best.count) best = { count, rows: tried.map((row) => [...row]) }
    }
  }
  rows.splice(0, rows.length, ...best.rows)
}

/** The places nearest to those that are wished for which keep the order and the distances of a row. */
function settle(row, wishes, gap) {
  const offsets = [0]
  for (let at = 1; at < row.length; at++) {
    offsets.push(offsets[at - 1] + row[at - 1].width / 2 + gap + row[at].width / 2)
  }
  const blocks = []
  for (let at = 0; at < row.length; at++) {
    // each line pulls as much as every other one
    const weight = row[at].below.length + row[at].above.length
    blocks.push({ value: wishes[at] - offsets[at], weight, size: 1 })
    while (blocks.length > 1 && blocks.at(-2).value > blocks.at(-1).value) {
      const [a, b] = blocks.splice(-2)
      const weight = a.weight + b.weight
      blocks.push({ value: (a.value * a.weight + b.value * b.weight) / weight, weight, size: a.size + b.size })
    }
  }
  const values = blocks.flatMap(({ value, size }) => Array.from({ length: size }, () => value))
  for (let at = 0; at < row.length; at++) row[at].x = values[at] + offsets[at]
}

/**
 * Gives each node of each row an `x`, so that few lines cross and most run straight. Rows are from the lowest to the highest; nodes have a
 * `name`, a `width`, and what stands `below` and `above` them.
 */
export function placeInRows(rows, gap) {
  orderRows(rows)
  for (const row of rows)
    settle(
      row,
      row.map(() => 0),
      gap,
    )
  for (let round = 0; round < 400; round++) {
    for (const row of round % 2 === 0 ? rows : [...rows].reverse()) {
      const wishes = row.map((node) => mean([...node.below, ...node.above].map(({ x }) => x)))
      settle(row, wishes, gap)
    }
  }
  for (const row of rows) for (const node of row) node.x = Math.round(node.x)
}
