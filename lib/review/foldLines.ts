import type { DiffLine } from './diffLines'

const around = 3

/** A run of lines that is shown, and how many unchanged ones are left out before it. */
export interface DiffHunk {
  /** index of the first line, so that a hunk has a name */
  start: number
  skipped: number
  lines: DiffLine[]
}

/** What is shown of a difference. */
export interface FoldedLines {
  hunks: DiffHunk[]
  /** unchanged lines after the last hunk */
  rest: number
  /** lines after that, changed ones among them, where there are more than can be shown */
  cut: number
}

/** The changed lines with a few of those around them, `most` of them in all. */
export function foldLines(lines: readonly DiffLine[], most = Number.POSITIVE_INFINITY): FoldedLines {
  const near = new Set<number>()
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue
    for (let step = -around; step <= around; step++) near.add(index + step)
  }
  const hunks: DiffHunk[] = []
  let skipped = 0
  let shown = 0
  for (const [index, line] of lines.entries()) {
    if (shown === most) return { hunks, rest: skipped, cut: lines.length - index }
    if (!near.has(index)) {
      skipped++
      continue
    }
    shown++
    const last = hunks.at(-1)
    if (last !== undefined && skipped === 0) last.lines.push(line)
    else hunks.push({ start: index, skipped, lines: [line] })
    skipped = 0
  }
  return { hunks, rest: skipped, cut: 0 }
}
