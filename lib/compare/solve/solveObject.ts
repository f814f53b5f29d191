import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/compare/terms/term'
import { newProperties, type ObjectDemand, readObjectDemand, termsOf, type WantedProperty } from './objectDemand'
import { empty, type Solution, type Solver, type SolveType, type Unknown, unknown } from './solver'
import { fitsAll, testValues } from './testValues'

const mostWays = 400

/** Objects: what must be there, what each property must be, and which names are left for others. */
export const solveObject: SolveType = (literals, solver) => {
  const demand = readObjectDemand(literals, solver)
  const { required, absent, least, most } = demand
  if (least > most || required.size > most || [...required].some((name) => absent.has(name))) return empty
  return new ObjectSearch(literals, demand, solver).solve()
}

/** Properties that are to be there, and the terms of each. */
type Chosen = ReadonlyMap<string, readonly Term[]>

class ObjectSearch {
  private ways = 0
  private doubt: Unknown | undefined

  constructor(
    private readonly literals: readonly Term[],
    private readonly demand: ObjectDemand,
    private readonly solver: Solver,
  ) {}

  solve(): Solution {
    const chosen = new Map<string, readonly Term[]>()
    let doubt: Unknown | undefined
    for (const name of this.demand.required) {
      const terms = termsOf(this.demand, name)
      const found = this.nameFits(name) === false ? empty : this.solver.solve(terms)
      if (found.kind === 'empty') return empty
      if (found.kind === 'unknown') doubt ??= found
      chosen.set(name, terms)
    }
    // an impossible property elsewhere may still prove more
    const found = this.place(this.demand.wanted, chosen, 0)
    if (found !== undefined) return doubt ?? found
    return this.doubt ?? empty
  }

  private nameFits(name: string): boolean | undefined {
    return fitsAll(this.demand.nameTerms, name)
  }

  /** Finds a name for each property that there must be. */
  private place(wanted: readonly WantedProperty[], chosen: Chosen, added: number): Solution | undefined {
    const [first, ...others] = wanted
    if (first === undefined) return this.fill(chosen, added)
    for (const { name, terms, isNew } of this.placesFor(first, chosen)) {
      if (++this.ways > mostWays || this.solver.outOfTime()) {
        this.doubt ??= unknown('', 'there are too many ways to name the properties of an object')
        return undefined
      }
      const found = this.solver.solve(terms)
      if (found.kind === 'unknown') this.doubt ??= found
      if (found.kind !== 'value') continue
      const result = this.place(others, new Map(chosen).set(name, terms), added + (isNew ? 1 : 0))
      if (result !== undefined) return result
    }
    return undefined
  }

  private *placesFor(
    wanted: WantedProperty,
    chosen: Chosen,
  ): Iterable<{ name: string; terms: readonly Term[]; isNew: boolean }> {
    const { known, absent } = this.demand
    for (const name of new Set([...chosen.keys(), ...known])) {
      if (absent.has(name) || !wanted.isName(name)) continue
      const fits = this.nameFits(name)
      const counts = wanted.matched.length + wanted.unmatched.length > 0 || fitsAll(wanted.nameTerms, name)
      if (fits === undefined || counts === undefined) this.doubt ??= unknown('', 'it depends on what a name may be')
      if (fits !== true || counts !== true) continue
      yield {
        name,
        terms: [...(chosen.get(name) ?? termsOf(this.demand, name)), wanted.term],
        isNew: !chosen.has(name),
      }
    }
    for (const found of newProperties(this.demand, wanted, chosen.keys(), this.solver)) {
      if (found.kind === 'unknown') this.doubt ??= found
      if (found.kind === 'property') yield { name: found.name, terms: found.terms, isNew: true }
    }
  }

  /** Adds properties until there are enough. */
  private fill(chosen: Chosen, added: number): Solution | undefined {
    const { least, most } = this.demand
    if (chosen.size > most) {
      // one name might do for two of them
      if (added > 1) this.doubt ??= unknown('', 'properties that may stand in for each other were not told apart')
      return undefined
    }
    const full = new Map(chosen)
    for (const { name, terms } of this.further(full)) {
      if (full.size >= least) break
      full.set(name, terms)
    }
    if (full.size < least) return undefined
    return this.build(full)
  }

  private *further(full: ReadonlyMap<string, readonly Term[]>): Iterable<{ name: string; terms: readonly Term[] }> {
    for (const name of this.demand.known) {
      if (full.has(name) || this.demand.absent.has(name)) continue
      const fits = this.nameFits(name)
      if (fits === false) continue
      const terms = termsOf(this.demand, name)
      const found = this.solver.solve(terms)
      if (found.kind === 'empty') continue
      if (fits === undefined) this.doubt ??= unknown('', 'it depends on what a name may be')
      else if (found.kind === 'unknown') this.doubt ??= found
      else yield { name, terms }
    }
    for (let isFound = true; isFound; ) {
      isFound = false
      for (const found of newProperties(this.demand, undefined, full.keys(), this.solver)) {
        if (this.solver.outOfTime()) this.doubt ??= unknown('', 'the time was up')
        if (found.kind === 'unknown') this.doubt ??= found
        if (found.kind !== 'property' || full.has(found.name)) continue
        isFound = !this.solver.outOfTime()
        yield found
      }
    }
  }

  private build(members: Chosen): Solution | undefined {
    const entries: [string, JsonValue][] = []
    for (const [name, terms] of members) {
      const found = this.solver.solve(terms)
      if (found.kind === 'unknown') this.doubt ??= found
      if (found.kind !== 'value') return undefined
      entries.push([name, found.value])
    }
    const object: JsonObject = Object.fromEntries(entries)
    const found = testValues([object], this.literals)
    if (found?.kind === 'value') return found
    if (found?.kind === 'unknown') this.doubt ??= found
    else if (this.demand.most > 0) return this.otherThan(object, members)
    return undefined
  }

  /** Another object than one that fits in everything but in being excluded: with one property more, or with another value. */
  private otherThan(object: JsonObject, members: Chosen): Solution | undefined {
    const { terms } = this.solver
    const entries = Object.entries(object)
    // nothing may be left out, nothing can be added, and no member can be another one
    let isOnly = [...members.keys()].every((name) => this.demand.required.has(name))
    for (const { name, terms: ofName } of members.size < this.demand.most ? this.further(members) : []) {
      isOnly = false
      const value = this.solver.solve(ofName)
      if (value.kind !== 'value') continue
      const found = testValues([Object.fromEntries([...entries, [name, value.value]])], this.literals)
      if (found?.kind === 'value') return found
      break
    }
    for (const [name, value] of entries) {
      const other = this.solver.solve([...(members.get(name) ?? []), terms.not(terms.enum([value]))])
      if (other.kind !== 'empty') isOnly = false
      if (other.kind !== 'value') continue
      const found = testValues([Object.fromEntries([...entries, [name, other.value]])], this.literals)
      if (found?.kind === 'value') return found
    }
    if (isOnly) return undefined
    this.doubt ??= unknown('', 'the object that was found is one that is excluded')
    return undefined
  }
}
