import type { Term } from '@/lib/schema/compare/term'
import { type Automaton, patternAutomaton } from '@/lib/schema/compare/words/automaton'
import { findWords } from '@/lib/schema/compare/words/findWords'
import { wordAutomaton } from '@/lib/schema/compare/words/wordAutomaton'
import { sampleFormats } from '@/lib/schema/sample/sampleWords'
import { formatBound } from './formatBound'
import { formatShapes } from './formatShapes'
import { lengthBounds } from './lengthBounds'
import { empty, type Solution, type Solver, type SolveType, unknown } from './solver'
import { testValues } from './testValues'

const mostTried = 300
const longest = 100_000

/** What is asked of a text, sorted by keyword. */
interface TextDemand {
  least: number
  most: number
  patterns: string[]
  notPatterns: string[]
  formats: string[]
  notFormats: string[]
  excluded: string[]
}

/** Texts: exact where all patterns can be made into automata and no format decides. */
export const solveString: SolveType = (literals, solver) => {
  const demand = readDemand(literals)
  if (demand.least > demand.most) return empty
  const quick = testValues(readableTexts(demand), literals)
  if (quick?.kind === 'value') return quick
  return searchAutomata(demand, literals, solver, quick)
}

function readDemand(literals: readonly Term[]): TextDemand {
  const demand: TextDemand = {
    ...lengthBounds(literals),
    patterns: [],
    notPatterns: [],
    formats: [],
    notFormats: [],
    excluded: [],
  }
  for (const literal of literals) {
    const isNegated = literal.kind === 'not'
    const term = isNegated ? literal.part : literal
    if (term.kind === 'pattern') (isNegated ? demand.notPatterns : demand.patterns).push(term.source)
    if (term.kind === 'format') (isNegated ? demand.notFormats : demand.formats).push(term.name)
    if (term.kind === 'enum' && isNegated) {
      for (const value of term.values) if (typeof value === 'string') demand.excluded.push(value)
    }
  }
  return demand
}

function* readableTexts({ least, most, formats }: TextDemand): Iterable<string> {
  for (const format of formats) {
    const sample = sampleFormats.get(format)
    if (sample !== undefined) yield sample
  }
  yield* ['example', 'a', '', 'example 2']
  if (least > 0 && least <= longest) yield 'example '.repeat(Math.ceil(least / 8)).slice(0, least)
  if (most < 7) yield 'example'.slice(0, most)
}

function searchAutomata(
  demand: TextDemand,
  literals: readonly Term[],
  { terms, outOfTime }: Solver,
  quick: Solution | undefined,
): Solution {
  const inside = [...demand.patterns, ...demand.formats.flatMap(formatBound)].map(patternAutomaton)
  const outside = demand.notPatterns.map(patternAutomaton)
  const all = {
    inside: inside.filter((one) => one !== undefined),
    outside: [
      ...outside.filter((one) => one !== undefined),
      ...(demand.excluded.length > 0 ? [wordAutomaton(demand.excluded)] : []),
    ],
    least: demand.least,
    most: demand.most,
  }
  let doubtful = quick
  const search = (more: Automaton[]): Solution | 'none' | 'some' => {
    const words = findWords({ ...all, inside: [...all.inside, ...more] }, outOfTime)
    for (let tried = 0; tried < mostTried; tried++) {
      const next = words.next()
      if (next.done) return next.value && tried === 0 ? 'none' : 'some'
      const found = testValues([next.value], literals)
      if (found?.kind === 'value') return found
      doubtful ??= found
    }
    return 'some'
  }
  const found = search([])
  if (found === 'none') return empty
  if (typeof found === 'object') return found
  const near = literals.flatMap((literal) =>
    literal.kind === 'opaque' && literal.near !== undefined ? [literal.near] : [],
  )
  for (const shape of [...(near.length > 0 ? [near] : []), ...formatShapes(demand.formats, demand.notFormats)]) {
    const automata = shape.map(patternAutomaton).filter((one) => one !== undefined)
    const shaped = search(automata)
    if (typeof shaped === 'object') return shaped
  }
  const hard = literals.find((literal) => {
    const { kind } = literal.kind === 'not' ? literal.part : literal
    return kind === 'pattern' || kind === 'format'
  })
  return doubtful ?? unknown(terms.placeOf(hard ?? terms.yes), 'no text was found, and none can be ruled out')
}
