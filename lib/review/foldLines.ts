import type { DiffLine } from './diffLines'

const around = 3

/** A run of lines that is shown, and how many unchanged ones are left out before it. */
export interface DiffHunk {
  /** index of the first line, so that a hunk has a name */
  start: number
  skipped: number
  lines: DiffLine[]
}

/** The changed lines with a few of those around them; `rest` counts the unchanged ones after the last. */
export function foldLines(lines: readonly DiffLine[]): { hunks: DiffHunk[]; rest: number } {
  const near = new Set<number>()
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue
    for (let step = -around; step <= around; step++) near.add(index + step)
  }
  const hunks: DiffHunk[] = []
  let skipped = 0
  for (const [index, line] of lines.entries()) {
    if (!near.has(index)) {
      skipped++
      continue
    }
    const last = hunks.at(-1)
    if (last !== undefined && skipped === 0) last.lines.push(line)
    else hunks.push({ start: index, skipped, lines: [line] })
    skipped = 0
  }
  return { hunks, rest: skipped }
}
