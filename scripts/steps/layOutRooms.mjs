import { placeInRows } from './placeInRows.mjs'

/**
 * The arrows that say it all: what follows from two others is left out.
 * @param {Record<string, string[]>} arrows
 */
export function reduceArrows(arrows) {
  const reach = (name, seen = new Set()) => {
    for (const next of arrows[name]) if (!seen.has(next)) reach(next, seen.add(next))
    return seen
  }
  return Object.fromEntries(
    Object.entries(arrows).map(([name, targets]) => [
      name,
      targets.filter((target) => !targets.some((other) => other !== target && reach(other).has(target))),
    ]),
  )
}

/** How far each room is above the lowest, by the longest way down. Throws where arrows run in a circle. */
function levelsOf(arrows) {
  const levels = new Map()
  const levelOf = (name, way) => {
    if (way.includes(name)) throw new Error(`arrows in a circle: ${[...way, name].join(' -> ')}`)
    const known = levels.get(name)
    if (known !== undefined) return known
    const level = Math.max(-1, ...arrows[name].map((target) => levelOf(target, [...way, name]))) + 1
    levels.set(name, level)
    return level
  }
  for (const name of Object.keys(arrows)) levelOf(name, [])
  return levels
}

/**
 * Boxes and lines of a picture in which every arrow leads down. A line that passes rows in between has a point in each of them.
 * @param {Record<string, string[]>} arrows by name, what it may use
 * @param {{box: number, line: number, gap: number}} widths
 */
export function layOutRooms(arrows, widths) {
  const levels = levelsOf(arrows)
  const top = Math.max(...levels.values())
  const rows = Array.from({ length: top + 1 }, () => [])
  for (const [name, level] of levels) rows[level].push({ name, width: widths.box, below: [], above: [] })
  const nodeOf = new Map(rows.flat().map((node) => [node.name, node]))
  const connect = (upper, lower) => {
    upper.below.push(lower)
    lower.above.push(upper)
  }
  const lines = []
  for (const [from, targets] of Object.entries(reduceArrows(arrows))) {
    for (const to of targets) {
      const nodes = [nodeOf.get(from)]
      for (let level = levels.get(from) - 1; level > levels.get(to); level--) {
        const point = { name: `${from} ${to} ${level}`, width: widths.line, below: [], above: [] }
        rows[level].push(point)
        nodes.push(point)
      }
      nodes.push(nodeOf.get(to))
      for (let index = 1; index < nodes.length; index++) connect(nodes[index - 1], nodes[index])
      lines.push({ from, to, nodes })
    }
  }
  placeInRows(rows, widths.gap)
  const place = (node) => ({ x: node.x, level: rows.findIndex((row) => row.includes(node)) })
  return {
    levels: top + 1,
    boxes: [...nodeOf.values()].map((node) => ({ name: node.name, ...place(node) })),
    lines: lines.map(({ from, to, nodes }) => ({ from, to, points: nodes.map(place) })),
  }
}
