import type { Automaton } from './automaton'
import { allChars, type CharSet } from './charSet'

/** What texts are wanted: in the languages of some automata, outside those of others, of a length in code points. */
export interface WordDemand {
  inside: readonly Automaton[]
  outside: readonly Automaton[]
  least: number
  most: number
}

interface Node {
  states: number[]
  /** up to `least`, from where on it does not matter */
  length: number
  parent?: Node
  char: number
}

const mostNodes = 20000
const visits = 6

/**
 * Texts as demanded, the shortest first, not all of them; at the end whether every way was looked at: if so and there was no text, there
 * is none.
 */
export function* findWords(demand: WordDemand, outOfTime: () => boolean): Generator<string, boolean> {
  const automata = [...demand.inside, ...demand.outside]
  const letters = alphabet(automata.flatMap(({ sets }) => sets))
  const fits = ({ states, length }: Node) =>
    length >= demand.least && automata.every((one, i) => one.accepts(states[i] ?? 0) === i < demand.inside.length)
  let row: Node[] = [{ states: automata.map(({ start }) => start), length: 0, char: 0 }]
  const seen = new Map<string, number>()
  let count = 0
  for (let length = 0; row.length > 0; length++) {
    for (const node of row) if (fits(node)) yield textOf(node)
    if (length >= demand.most) return true
    const next: Node[] = []
    for (const node of row) {
      if (outOfTime()) return false
      for (const char of letters) {
        const states = automata.map((one, i) => one.step(node.states[i] ?? 0, char))
        const reached = Math.min(length + 1, demand.least)
        const key = `${states.join()} ${reached}`
        const times = seen.get(key) ?? 0
        if (times >= visits) continue
        seen.set(key, times + 1)
        if (++count > mostNodes) return false
        next.push({ states, length: reached, parent: node, char })
      }
    }
    row = next
  }
  return true
}

function textOf(node: Node): string {
  const chars: number[] = []
  for (let at: Node | undefined = node; at?.parent !== undefined; at = at.parent) chars.push(at.char)
  return String.fromCodePoint(...chars.reverse())
}

/** One character of each kind that the sets tell apart, those that read best first. */
function alphabet(sets: readonly CharSet[]): number[] {
  const starts = new Set<number>()
  for (const [low, high] of [...allChars, ...sets.flat()]) starts.add(low).add(high + 1)
  const sorted = [...starts].sort((a, b) => a - b)
  const letters = sorted.flatMap((low, i) => {
    const high = (sorted[i + 1] ?? 0) - 1
    if (high < low || low > 0x10ffff || (low >= 0xd800 && low <= 0xdfff)) return []
    return [readableIn(low, high)]
  })
  return letters.sort((a, b) => rank(a) - rank(b))
}

const readable = [...'axe10AX-_./ '].map((char) => char.codePointAt(0) ?? 0)

function readableIn(low: number, high: number): number {
  const found = readable.find((char) => char >= low && char <= high)
  if (found !== undefined) return found
  const visible = Math.max(low, 0x21)
  return visible <= Math.min(high, 0x7e) ? visible : low
}

function rank(char: number): number {
  const place = readable.indexOf(char)
  if (place >= 0) return place
  return char >= 0x20 && char < 0x7f ? 100 : 200
}
