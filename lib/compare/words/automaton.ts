import { allChars, type CharSet, hasChar } from './charSet'
import { type Expression, parseExpression } from './parseExpression'

/** A deterministic automaton over characters, made as it is walked. States are numbers. */
export interface Automaton {
  start: number
  step(state: number, char: number): number
  /** whether a text that ends here is one of the language */
  accepts(state: number): boolean
  /** the sets that it tells characters apart by */
  sets: readonly CharSet[]
}

const mostStates = 4000

interface Nfa {
  chars: { set: CharSet; to: number }[][]
  empty: { to: number; at?: 'begin' | 'end' }[][]
}

const cache = new Map<string, Automaton | undefined>()
const cacheSize = 500

/**
 * The automaton of the texts in which a pattern matches somewhere, as RE2 reads it. Undefined for patterns that are not modelled or too
 * large.
 */
export function patternAutomaton(source: string): Automaton | undefined {
  if (cache.has(source)) return cache.get(source)
  if (cache.size >= cacheSize) cache.clear()
  const expression = parseExpression(source)
  const nfa = expression === undefined ? undefined : buildNfa(expression)
  const automaton = nfa === undefined ? undefined : determinize(nfa)
  cache.set(source, automaton)
  return automaton
}

/** State 0 is the start, 1 the end; both stay where they are for any character, so that the match may be anywhere. */
function buildNfa(expression: Expression): Nfa | undefined {
  const nfa: Nfa = { chars: [], empty: [] }
  const add = (): number => {
    nfa.chars.push([])
    nfa.empty.push([])
    return nfa.chars.length - 1
  }
  const link = (from: number, to: number, at?: 'begin' | 'end') => {
    nfa.empty[from]?.push(at === undefined ? { to } : { to, at })
  }
  const isFull = () => nfa.chars.length > mostStates

  /** adds the states of an expression behind one, and gives the state where it ends */
  const build = (part: Expression, from: number): number => {
    if (isFull()) return from
    switch (part.kind) {
      case 'chars': {
        const to = add()
        nfa.chars[from]?.push({ set: part.set, to })
        return to
      }
      case 'begin':
      case 'end': {
        const to = add()
        link(from, to, part.kind)
        return to
      }
      case 'sequence':
        return part.parts.reduce((state, inner) => build(inner, state), from)
      case 'choice': {
        const to = add()
        for (const inner of part.parts) {
          const branch = add()
          link(from, branch)
          link(build(inner, branch), to)
        }
        return to
      }
      case 'repeat': {
        let state = from
        for (let i = 0; i < part.min && !isFull(); i++) state = build(part.part, state)
        if (part.max === Number.POSITIVE_INFINITY) {
          const loop = add()
          link(state, loop)
          link(build(part.part, loop), loop)
          const to = add()
          link(loop, to)
          return to
        }
        const to = add()
        link(state, to)
        for (let i = part.min; i < part.max && !isFull(); i++) {
          const inner = add()
          link(state, inner)
          state = build(part.part, inner)
          link(state, to)
        }
        return to
      }
    }
  }

  const start = add()
  const end = add()
  nfa.chars[start]?.push({ set: allChars, to: start })
  nfa.chars[end]?.push({ set: allChars, to: end })
  const first = add()
  link(start, first)
  link(build(expression, first), end)
  return isFull() ? undefined : nfa
}

function determinize(nfa: Nfa): Automaton {
  const states: { members: number[]; next: Map<number, number>; isFirst: boolean; accepts?: boolean }[] = []
  const byKey = new Map<string, number>()

  const close = (members: Iterable<number>, at: { begin: boolean; end: boolean }): Set<number> => {
    const closed = new Set(members)
    for (const state of closed)
      for (const edge of nfa.empty[state] ?? []) if (edge.at === undefined || at[edge.at]) closed.add(edge.to)
    return closed
  }

  const stateOf = (closed: Set<number>, isFirst: boolean): number => {
    // once it has matched, nothing else matters
    const members = closed.has(1) ? [1] : [...closed].sort((a, b) => a - b)
    const key = `${isFirst} ${members.join()}`
    const found = byKey.get(key)
    if (found !== undefined) return found
    states.push({ members, next: new Map(), isFirst })
    byKey.set(key, states.length - 1)
    return states.length - 1
  }

  const start = stateOf(close([0], { begin: true, end: false }), true)
  return {
    start,
    sets: nfa.chars.flatMap((edges) => edges.map(({ set }) => set)),
    step(state, char) {
      const from = states[state]
      if (from === undefined) return state
      const found = from.next.get(char)
      if (found !== undefined) return found
      const reached = from.members.flatMap((member) =>
        (nfa.chars[member] ?? []).filter(({ set }) => hasChar(set, char)).map(({ to }) => to),
      )
      const next = stateOf(close(reached, { begin: false, end: false }), false)
      from.next.set(char, next)
      return next
    },
    accepts(state) {
      const at = states[state]
      if (at === undefined) return false
      at.accepts ??= close(at.members, { begin: at.isFirst, end: true }).has(1)
      return at.accepts
    },
  }
}

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
