import type { JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/compare/terms/term'
import { empty, type Solution, type Solver, type SolveType, type Unknown, unknown } from './solver'
import { lengthBounds, testValues } from './testValues'

/** An item that there must be, somewhere from an index on. */
interface Wanted {
  from: number
  term: Term
}

interface ArrayDemand {
  least: number
  most: number
  items: { index: number; term: Term }[]
  rests: Wanted[]
  wanted: Wanted[]
  unique: boolean
  /** two items must be equal */
  repeated: boolean
}

const mostWays = 400
const longest = 2000
const mostCompared = 50
const excluded = unknown('', 'the list that was found is one that is excluded')

/** Lists: what each item must be, where those that there must be can stand, and how many there are. */
export const solveArray: SolveType = (literals, solver) => {
  const demand = readDemand(literals, solver)
  if (demand.least > demand.most) return empty
  return new ArraySearch(literals, demand, solver).solve()
}

function readDemand(literals: readonly Term[], { terms }: Solver): ArrayDemand {
  const bounds = lengthBounds(literals)
  const demand: ArrayDemand = { ...bounds, items: [], rests: [], wanted: [], unique: false, repeated: false }
  for (const literal of literals) {
    const isNegated = literal.kind === 'not'
    const term = isNegated ? literal.part : literal
    switch (term.kind) {
      case 'item':
        demand.items.push({ index: term.index, term: isNegated ? terms.not(term.term) : term.term })
        if (isNegated) demand.least = Math.max(demand.least, term.index + 1)
        break
      case 'rest':
        if (isNegated) demand.wanted.push({ from: term.from, term: terms.not(term.term) })
        else demand.rests.push({ from: term.from, term: term.term })
        break
      case 'contains':
        if (isNegated) demand.rests.push({ from: 0, term: terms.not(term.term) })
        else demand.wanted.push({ from: 0, term: term.term })
        break
      case 'unique':
        if (isNegated) demand.repeated = true
        else demand.unique = true
        break
    }
  }
  return demand
}

/** Terms that items at some indexes must fit beside those that hold for all lists. */
type Chosen = ReadonlyMap<number, readonly Term[]>

class ArraySearch {
  /** from this index on, all items are under the same terms */
  private readonly tail: number
  /** lists are tried that are longer than need be by so many items: more than are excluded */
  private readonly mostMore: number
  private ways = 0
  private doubt: Unknown | undefined

  constructor(
    private readonly literals: readonly Term[],
    private readonly demand: ArrayDemand,
    private readonly solver: Solver,
  ) {
    const indexes = [
      ...demand.items.map(({ index }) => index + 1),
      ...[...demand.rests, ...demand.wanted].map(({ from }) => from),
    ]
    this.tail = Math.max(0, ...indexes)
    const lists = literals.flatMap((literal) =>
      literal.kind === 'not' && literal.part.kind === 'enum' ? literal.part.values : [],
    )
    this.mostMore = Math.min(2 + lists.length, mostCompared)
  }

  solve(): Solution {
    const most = this.mostItems()
    if (most.kind === 'unknown') return most
    const { least } = this.demand
    if (least > most.length) return empty
    if (least > longest) return unknown('', 'a list would have to be very long')
    const found = this.demand.repeated
      ? this.placeEqual(most.length)
      : this.place([...this.demand.wanted], new Map(), most.length)
    return found ?? this.doubt ?? empty
  }

  private at(index: number): Term[] {
    return [
      ...this.demand.items.filter((item) => item.index === index).map(({ term }) => term),
      ...this.demand.rests.filter(({ from }) => from <= index).map(({ term }) => term),
    ]
  }

  /** How many items there can be: no more than to the first index where nothing fits. */
  private mostItems(): { kind: 'length'; length: number } | Unknown {
    const { most, least } = this.demand
    let doubt: Unknown | undefined
    for (let index = 0; index <= this.tail && index < most; index++) {
      const found = this.solver.solve(this.at(index))
      if (found.kind === 'empty') return { kind: 'length', length: index }
      if (found.kind === 'unknown') doubt ??= found
    }
    return doubt !== undefined && least > 0 ? doubt : { kind: 'length', length: most }
  }

  /** Finds a place for each item that there must be. */
  private place(wanted: Wanted[], chosen: Chosen, most: number): Solution | undefined {
    const [first, ...others] = wanted
    if (first === undefined) return this.fill(chosen, most)
    for (const index of this.placesFor(first, chosen)) {
      if (index >= most) continue
      if (++this.ways > mostWays || this.solver.outOfTime()) {
        this.doubt ??= unknown('', 'there are too many ways to put the items of a list')
        return undefined
      }
      const parts = [...(chosen.get(index) ?? []), first.term]
      const found = this.solver.solve([...this.at(index), ...parts])
      if (found.kind === 'unknown') this.doubt ??= found
      if (found.kind !== 'value') continue
      const result = this.place(others, new Map(chosen).set(index, parts), most)
      if (result !== undefined) return result
    }
    return undefined
  }

  /** Indexes under terms of their own, those that are taken, and the next free one. */
  private placesFor({ from }: Wanted, chosen: Chosen): number[] {
    const next = Math.max(this.tail, from, ...[...chosen.keys()].map((index) => index + 1))
    const places = new Set<number>()
    for (let index = from; index < this.tail; index++) places.add(index)
    for (const index of chosen.keys()) if (index >= from) places.add(index)
    return [...places.add(next)]
  }

  /** Two equal items: at two indexes, the same value. */
  private placeEqual(most: number): Solution | undefined {
    const { terms, solve } = this.solver
    for (let second = 1; second <= this.tail + 1 && second < most; second++) {
      for (let first = 0; first < second; first++) {
        const found = solve([...this.at(first), ...this.at(second)])
        if (found.kind === 'unknown') this.doubt ??= found
        if (found.kind !== 'value') continue
        const same = [terms.enum([found.value])]
        const result = this.place(
          [...this.demand.wanted],
          new Map([
            [first, same],
            [second, same],
          ]),
          most,
        )
        if (result !== undefined) return result
        this.doubt ??= unknown('', 'equal items of a list and others beside them were not found')
      }
    }
    return undefined
  }

  private fill(chosen: Chosen, most: number): Solution | undefined {
    const length = Math.max(this.demand.least, ...[...chosen.keys()].map((index) => index + 1))
    for (let more = 0; more <= this.mostMore && length + more <= most; more++) {
      const list = this.items(chosen, length + more)
      const found = list === undefined ? undefined : testValues([list], this.literals)
      if (found?.kind === 'value') return found
      if (found?.kind === 'unknown') this.doubt ??= found
      // a list as long as it must be that only fails for being one of those that are excluded
      else if (list !== undefined) {
        const other = length + this.mostMore < most ? excluded : this.otherThan(list, chosen)
        if (other.kind === 'value') return other
        if (other.kind === 'unknown') this.doubt ??= other
      }
    }
    return undefined
  }

  /** Another list of the same length that differs in one item; empty where there is no other one of this length. */
  private otherThan(list: JsonValue[], chosen: Chosen): Solution {
    if (list.length > mostCompared || (this.demand.unique && list.length > 1)) return excluded
    let doubt: Unknown | undefined
    for (const [index, item] of list.entries()) {
      const other = this.solver.solve([
        ...this.partsAt(index, chosen),
        this.solver.terms.not(this.solver.terms.enum([item])),
      ])
      if (other.kind === 'empty') continue
      doubt = excluded
      const found = other.kind === 'value' ? testValues([list.with(index, other.value)], this.literals) : undefined
      if (found?.kind === 'value') return found
    }
    return doubt ?? empty
  }

  private partsAt(index: number, chosen: Chosen): Term[] {
    return [...this.at(index), ...(chosen.get(index) ?? [])]
  }

  private items(chosen: Chosen, length: number): JsonValue[] | undefined {
    const { terms, solve } = this.solver
    const list: JsonValue[] = []
    for (let index = 0; index < length; index++) {
      const parts = this.partsAt(index, chosen)
      if (this.demand.unique && list.length > 0) parts.push(terms.not(terms.enum(list)))
      const found = solve(parts)
      if (found.kind === 'unknown') this.doubt ??= found
      // all items under the same terms: then no order of them helps
      const isExhausted = this.tail === 0 && chosen.size === 0
      if (found.kind === 'empty' && !isExhausted)
        this.doubt ??= unknown('', 'different items for a list were not found')
      if (found.kind !== 'value') return undefined
      list.push(found.value)
    }
    return list
  }
}
