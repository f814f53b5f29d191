/** Code points as sorted ranges that do not touch, both ends included. */
export type CharSet = readonly (readonly [number, number])[]

/** All code points that are characters: without the halves of surrogate pairs. */
export const allChars: CharSet = [
  [0, 0xd7ff],
  [0xe000, 0x10ffff],
]

/** The set of some ranges in any order. */
export function charSet(ranges: readonly (readonly [number, number])[]): CharSet {
  const sorted = ranges.map(([low, high]): [number, number] => [low, high]).sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [low, high] of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high)
    else merged.push([low, high])
  }
  return merged
}

/** All characters that are not in a set. */
export function complement(set: CharSet): CharSet {
  const rest: [number, number][] = []
  for (const [low, high] of allChars) {
    let at = low
    for (const [from, to] of set) {
      if (to < at || from > high) continue
      if (from > at) rest.push([at, from - 1])
      at = Math.max(at, to + 1)
    }
    if (at <= high) rest.push([at, high])
  }
  return rest
}

/** Whether a character is in a set. */
export function hasChar(set: CharSet, char: number): boolean {
  return set.some(([low, high]) => char >= low && char <= high)
}
