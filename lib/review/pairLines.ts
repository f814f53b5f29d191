import type { DiffLine } from './diffLines'

/** A line of two texts beside each other; undefined where one has none at this height. */
export interface LinePair {
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
