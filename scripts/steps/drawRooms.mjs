import { layOutRooms } from './layOutRooms.mjs'

const box = { width: 236, height: 54 }
const rowHeight = 92
const margin = 32
const legendHeight = 46

const style = `
  .page { fill: #ffffff; stroke: #d9dee5 }
  .box { stroke-width: 1.5 }
  .pure { fill: #e9f5ef; stroke: #5b9c7d }
  .adapter { fill: #eaf1fb; stroke: #5d86c0 }
  .top { fill: #f6eefb; stroke: #9a6fb8 }
  .line { fill: none; stroke: #8791a0; stroke-width: 1.5 }
  .tip { fill: #8791a0 }
  text { font-family: ui-sans-serif, system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; fill: #1d2430; text-anchor: middle }
  .name { font-size: 15px; font-weight: 600 }
  .about { font-size: 12.5px; fill: #4b5563 }
  .key { text-anchor: start; font-size: 12.5px; fill: #4b5563 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #12161c; stroke: #2b333e }
    .pure { fill: #16281f; stroke: #4f8f70 }
    .adapter { fill: #162334; stroke: #5580b8 }
    .top { fill: #271b30; stroke: #9670b3 }
    .line { stroke: #76818f }
    .tip { fill: #76818f }
    text { fill: #e8ecf1 }
    .about, .key { fill: #aab4c0 }
  }
`

/** Where the lines of a box begin or end along its edge: side by side, in the order of where they come from. */
function spread(count, at) {
  const step = Math.min(26, (box.width - 60) / Math.max(1, count))
  return (at - (count - 1) / 2) * step
}

/** Moves the ends of lines that meet at a box apart from each other. */
function moveEndsApart(lines) {
  const ends = new Map()
  for (const line of lines) {
    const [first, second] = line.points
    const [beforeLast, last] = line.points.slice(-2)
    const down = `${line.from} down`
    const up = `${line.to} up`
    ends.set(down, [...(ends.get(down) ?? []), { point: first, towards: second.x, name: line.to }])
    ends.set(up, [...(ends.get(up) ?? []), { point: last, towards: beforeLast.x, name: line.from }])
  }
  for (const list of ends.values()) {
    list.sort((a, b) => a.towards - b.towards || (a.name < b.name ? -1 : 1))
    for (const [at, { point }] of list.entries()) point.x += Math.round(spread(list.length, at))
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * The picture of the rooms as SVG, for light and dark pages: each arrow leads down to what a room may use, and what follows from two arrows is
 * left out. The same rooms give the same bytes.
 * @param {Record<string, {about: string, pure?: boolean, may: string[]}>} rooms
 * @param {Record<string, {about: string}>} tops what may use every room
 */
export function drawRooms(rooms, tops) {
  const names = Object.keys(rooms)
  const arrows = Object.fromEntries([
    ...names.map((name) => [name, rooms[name].may]),
    ...Object.keys(tops).map((name) => [name, names]),
  ])
  const { boxes, lines, levels } = layOutRooms(arrows, { box: box.width, line: 20, gap: 30 })
  moveEndsApart(lines)

  const left = Math.min(
    ...boxes.map(({ x }) => x - box.width / 2),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  )
  const right = Math.max(
    ...boxes.map(({ x }) => x + box.width / 2),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  )
  const width = right - left + 2 * margin
  const height = levels * rowHeight - (rowHeight - box.height) + 2 * margin + legendHeight
  const xOf = (x) => x - left + margin
  const topOf = (level) => margin + (levels - 1 - level) * rowHeight

  const path = (points) => {
    const [first, ...rest] = points
    const parts = [`M${xOf(first.x)} ${topOf(first.level) + box.height}`]
    let y = topOf(first.level) + box.height
    let x = xOf(first.x)
    for (const [at, point] of rest.entries()) {
      const isLast = at === rest.length - 1
      const nextY = topOf(point.level) - (isLast ? 7 : 0)
      const middle = Math.round((y + nextY) / 2)
      parts.push(`C${x} ${middle} ${xOf(point.x)} ${middle} ${xOf(point.x)} ${nextY}`)
      x = xOf(point.x)
      y = nextY
      if (!isLast) {
        y = topOf(point.level) + box.height
        parts.push(`V${y}`)
      }
    }
    return parts.join('')
  }
  const kindOf = (name) => (tops[name] ? 'top' : rooms[name].pure ? 'pure' : 'adapter')
  const drawnLines = lines.map(({ from, to, points }) => {
    const end = points.at(-1)
    const [x, y] = [xOf(end.x), topOf(end.level)]
    return `  <g><title>${from} may use ${to}</title><path class="line" d="${path(points)}"/><path class="tip" d="M${x} ${y}l-5 -9h10z"/></g>`
  })
  const drawnBoxes = boxes.map(({ name, x, level }) => {
    const [middle, y] = [xOf(x), topOf(level)]
    const about = (tops[name] ?? rooms[name]).about
    return [
      `  <rect class="box ${kindOf(name)}" x="${middle - box.width / 2}" y="${y}" width="${box.width}" height="${box.height}" rx="9"/>`,
      `  <text class="name" x="${middle}" y="${y + 23}">${escaped(name)}</text>`,
      `  <text class="about" x="${middle}" y="${y + 42}">${escaped(about)}</text>`,
    ].join('\n')
  })
  const keys = [
    ['top', 'uses every room'],
    ['adapter', 'reaches files, network, threads'],
    ['pure', 'pure: values in, values out'],
  ]
  const keyWidths = [164, 258, 186]
  const keyY = height - margin - 12
  const keyStart = Math.round((width - keyWidths.reduce((sum, each) => sum + each, 0)) / 2)
  const drawnKeys = keys.map(([kind, words], at) => {
    const x = keyStart + keyWidths.slice(0, at).reduce((sum, each) => sum + each, 0)
    return `  <rect class="box ${kind}" x="${x}" y="${keyY}" width="18" height="14" rx="4"/><text class="key" x="${x + 26}" y="${keyY + 12}">${words}</text>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    '  <title id="title">The rooms of lib/ and the arrows between them</title>',
    `  <style>${style}  </style>`,
    `  <rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="14"/>`,
    ...drawnLines,
    ...drawnBoxes,
    ...drawnKeys,
    '</svg>',
    '',
  ].join('\n')
}
