import type { Automaton } from './automaton'
import type { CharSet } from './charSet'

/** The automaton of some texts and nothing else. */
export function wordAutomaton(words: readonly string[]): Automaton {
  const states: { next: Map<number, number>; accepts: boolean }[] = [{ next: new Map(), accepts: false }]
  const dead = -1
  for (const word of words) {
    let state = 0
    for (const char of word) {
      const code = char.codePointAt(0) ?? 0
      const known = states[state]?.next.get(code)
      if (known !== undefined) {
        state = known
        continue
      }
      states.push({ next: new Map(), accepts: false })
      states[state]?.next.set(code, states.length - 1)
      state = states.length - 1
    }
    const last = states[state]
    if (last !== undefined) last.accepts = true
  }
  const chars = new Set(words.flatMap((word) => [...word].map((char) => char.codePointAt(0) ?? 0)))
  return {
    start: 0,
    sets: [...chars].map((char): CharSet => [[char, char]]),
    step: (state, char) => states[state]?.next.get(char) ?? dead,
    accepts: (state) => states[state]?.accepts ?? false,
  }
}
