/** A pattern that the engine of JavaScript runs with the meaning of RE2, and what a character may cost it, against one step of RE2. */
export interface PlainPattern {
  regExp: RegExp
  steps: number
}

/** Characters that stand for themselves, escaped or not, with either engine; `\d` and `\w`, which are ASCII with both. */
const literal = String.raw`[A-Za-z0-9 _/:@!#%&=,;<>'"~-]|\\[.^$*+?()[\]{}|/\\dw]|\\x[0-7][0-9A-Fa-f]`
const classPart = String.raw`[A-Za-z0-9 _/:@!#%&=,;<>'"~.+*?()|$-]|\\[.^$*+?()[\]{}|/\\\-dw]|\\x[0-7][0-9A-Fa-f]`
const atom = String.raw`(?:\[(?:${classPart})+\]|${literal})`
const fixedCount = String.raw`\{(\d{1,3})\}`
const openCount = String.raw`(?:[?*+]|\{\d{1,3},\d{0,3}\})`

const part = new RegExp(`^${atom}(?:${fixedCount}|(${openCount}))?`)

/** Longer ones are rare, and nobody waits for them. */
const longest = 300
/** Characters behind the one repetition: each of its ends may be tried with all of them. */
const longestTail = 50

/**
 * The anchored patterns of ASCII that most schemas have, such as `^[a-z0-9-]{1,38}$`: characters and classes one after the other, with one repetition that is
 * open. Undefined for every other pattern. They take time in proportion to the text with any engine, and mean the same; this one makes them ready, and runs
 * them, many times as fast as RE2 in JavaScript does.
 */
export function plainPattern(source: string): PlainPattern | undefined {
  if (source.length > longest || !source.startsWith('^') || !source.endsWith('$')) return undefined
  let rest = source.slice(1, -1)
  let tail: number | undefined
  while (rest !== '') {
    const [all, fixed, open] = part.exec(rest) ?? []
    if (all === undefined) return undefined
    rest = rest.slice(all.length)
    if (open === undefined) {
      if (tail !== undefined) tail += Number(fixed ?? 1)
    } else if (tail === undefined) tail = 0
    else return undefined
  }
  if ((tail ?? 0) > longestTail) return undefined
  try {
    return { regExp: new RegExp(source, 'u'), steps: 1 + (tail ?? 0) }
  } catch {
    // such as a range from z to a, of which RE2 says what is wrong
    return undefined
  }
}
