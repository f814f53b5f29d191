import type { Term } from '@/lib/compare/terms/term'
import { type Automaton, patternAutomaton, wordAutomaton } from '@/lib/compare/words/automaton'
import { findWords } from '@/lib/compare/words/findWords'
import { sampleFormats } from '@/lib/schema/sample/sampleWords'
import { empty, type Solution, type Solver, type SolveType, unknown } from './solver'
import { lengthBounds, testValues } from './testValues'

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

const clock = '\\d{1,2}:\\d\\d:(\\d\\d([.,]\\d+)?|[.,]\\d+)'
const label = '[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?'

/** For each format, a pattern that all of its texts match; must stay in step with `../../formats`. */
const bounds: ReadonlyMap<string, string> = new Map([
  ['uri', ':'],
  ['date-time', `^\\d{4}-\\d\\d-\\d\\dT${clock}(Z|[+-]\\d\\d:\\d\\d)$`],
  ['date', '^\\d{4}-\\d\\d-\\d\\d$'],
  ['time', `^${clock}(Z|[+-]\\d\\d:\\d\\d)?$`],
  ['email', '@'],
  ['hostname', `^${label}(\\.${label})*$`],
  ['ipv4', '\\.'],
  ['ipv6', ':'],
  ['uuid', '^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$'],
  ['json-pointer', '^(/([^~/]|~[01])*)*$'],
])

/** The pattern that all texts of a format match, where there is one: what does not match it needs no look at the format. */
export function formatBound(format: string): string[] {
  const bound = bounds.get(format)
  return bound === undefined ? [] : [bound]
}

/** For each format, a pattern of some texts that surely are of it. */
const shapes: ReadonlyMap<string, string> = new Map([
  ['uri', '^(https?|ftp|file|git|ssh|s3)://[a-z0-9.-]*[a-z0-9](/[A-Za-z0-9._/-]*)?$'],
  ['uri-reference', '^[A-Za-z0-9._/-]*$'],
  ['date-time', '^20[0-9][0-9]-0[1-9]-[01][1-9]T[01][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?Z$'],
  ['date', '^20[0-9][0-9]-0[1-9]-[01][1-9]$'],
  ['time', '^[01][0-9]:[0-5][0-9]:[0-5][0-9]Z$'],
  ['email', '^[a-z0-9]+@[a-z0-9]+(\\.[a-z0-9]+)+$'],
  ['hostname', '^[a-z0-9]+(\\.[a-z0-9]+)*$'],
  ['ipv4', '^(1?[1-9]?[0-9]\\.){3}1?[1-9]?[0-9]$'],
  ['ipv6', '^([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$'],
  ['uuid', '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$'],
  ['regex', '^[A-Za-z0-9 ]*$'],
  ['uri-template', '^[A-Za-z0-9._/:-]*$'],
  ['json-pointer', '^(/[A-Za-z0-9]+)*$'],
  ['relative-json-pointer', '^[0-9](/[A-Za-z0-9]+)*$'],
])

/** Characters that spoil a text of most formats. */
const spoiled = ['[ <>]', '%$', '\\\\', '^:|^$|^[^:]*$', '\\($', '\\{$', '~2']

/** Sets of patterns to be tried beside others where texts of some formats are wanted and of others are not. */
function formatShapes(formats: readonly string[], notFormats: readonly string[]): string[][] {
  const wanted = formats.flatMap((format) => shapes.get(format) ?? [])
  if (notFormats.length === 0) return wanted.length === 0 ? [] : [wanted]
  return [...(wanted.length === 0 ? [] : [wanted]), ...spoiled.map((pattern) => [pattern])]
}
