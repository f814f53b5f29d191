/** A line of a comparison: in both texts, only in the old one, or only in the new one. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Above this many pairs of lines the changed middle is shown as a whole: nobody reads such a difference line by line. */
const mostPairs = 4_000_000

/** The lines of two texts side by side: as few removed and added ones as there can be. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split('\n')
  const now = after.split('\n')
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const same = (text: string): DiffLine => ({ kind: 'same', text })
  return [
    ...old.slice(0, start).map(same),
    ...diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map(same),
  ]
}

function diffMiddle(old: string[], now: string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'removed', text })
  const added = (text: string): DiffLine => ({ kind: 'added', text })
  if (old.length * now.length > mostPairs) return [...old.map(removed), ...now.map(added)]
  const width = now.length + 1
  // at [i, j]: how many lines the rest of old from i and the rest of now from j have in common, in order
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  for (const total = old.length + now.length; i + j < total; ) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      lines.push({ kind: 'same', text: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(was))
      i++
    } else if (is !== undefined) {
      lines.push(added(is))
      j++
    }
  }
  return lines
}

const around = 3

/** A run of lines that is shown, and how many unchanged ones are left out before it. */
interface DiffHunk {
  /** index of the first line, so that a hunk has a name */
  start: number
  skipped: number
  lines: DiffLine[]
}

/** What is shown of a difference. */
interface FoldedLines {
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

/** A line of two texts beside each other; undefined where one has none at this height. */
interface LinePair {
  old: string | undefined
  now: string | undefined
  changed: boolean
}

/** Lines of a difference side by side: what was removed stands beside what was added in its place. */
export function pairLines(lines: readonly DiffLine[]): LinePair[] {
  const pairs: LinePair[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++)
      pairs.push({ old: removed[i], now: added[i], changed: true })
    removed = []
    added = []
  }
  for (const { kind, text } of lines) {
    if (kind === 'removed') removed.push(text)
    else if (kind === 'added') added.push(text)
    else {
      flush()
      pairs.push({ old: text, now: text, changed: false })
    }
  }
  flush()
  return pairs
}
