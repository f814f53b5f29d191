import type { Term } from '@/lib/compare/terms/term'
import { decimal } from '@/lib/schema/values'
import { empty, type Solution, type SolveType, unknown } from './solver'
import { fitsAll, testValues } from './testValues'

interface Bound {
  value: number
  exclusive: boolean
}

const mostTried = 3000
/** as far as doubles reach */
const mostDoublings = 1024

/** Numbers: exact where bounds and divisors leave none or few. */
export const solveNumber: SolveType = (literals, { terms }) => {
  let low: Bound = { value: Number.NEGATIVE_INFINITY, exclusive: true }
  let high: Bound = { value: Number.POSITIVE_INFINITY, exclusive: true }
  const divisors: number[] = []
  const forbidden: number[] = []
  for (const literal of literals) {
    const isNegated = literal.kind === 'not'
    const term = isNegated ? literal.part : literal
    if (term.kind === 'least' || term.kind === 'most') {
      const bound = { value: term.bound, exclusive: term.exclusive !== isNegated }
      if ((term.kind === 'least') !== isNegated) low = tighter(low, bound, 1)
      else high = tighter(high, bound, -1)
    }
    if (term.kind === 'multiple') (isNegated ? forbidden : divisors).push(term.divisor)
  }
  if (low.value > high.value || (low.value === high.value && (low.exclusive || high.exclusive))) return empty
  if (low.value === high.value) return testValues([low.value], literals) ?? empty
  const found =
    divisors.length > 0
      ? solveMultiples(literals, { low, high, divisors, forbidden })
      : testValues(between(low.value, high.value), literals)
  const place = terms.placeOf(literals.find(({ kind }) => kind !== 'not') ?? terms.yes)
  return found ?? unknown(place, 'no number was found, and none can be ruled out')
}

function tighter(one: Bound, other: Bound, direction: 1 | -1): Bound {
  if (one.value === other.value) return one.exclusive ? one : other
  return one.value * direction > other.value * direction ? one : other
}

/** Numbers between two bounds, those that read best first. */
function* between(low: number, high: number): Iterable<number> {
  yield* [1, 0, 2, -1, 10, 0.5, 1.5, -0.5]
  const ends = [low, high].filter(Number.isFinite)
  for (const end of ends) {
    for (const step of [0, 1, 0.5, 0.1, 0.01, 2, 3, 10])
      yield* [end + step, end - step, Math.floor(end) + step, Math.ceil(end) - step]
    // beside a large bound, a small step leads nowhere
    yield* [end + Math.abs(end) / 2, end - Math.abs(end) / 2].filter(Number.isFinite)
  }
  if (ends.length === 2) for (let i = 1; i < 64; i++) yield low + ((high - low) * i) / 64
  for (let i = 1; i < 64; i++)
    yield* [i + 0.25, -i - 0.25, i * 7 + 0.123, (Number.isFinite(low) ? low : (ends[0] ?? 0) - 100) + i * 1.37]
}

function solveMultiples(
  literals: readonly Term[],
  { low, high, divisors, forbidden }: { low: Bound; high: Bound; divisors: number[]; forbidden: number[] },
): Solution | undefined {
  const exponent = Math.min(
    ...[...divisors, ...forbidden, ...[low.value, high.value].filter(Number.isFinite)].map((n) => decimal(n).exponent),
  )
  // a unit so small that scaling would take for ever
  if (exponent < -400) return testValues(between(low.value, high.value), literals)
  const scaled = (value: number) => {
    const { digits, exponent: own } = decimal(value)
    return digits * 10n ** BigInt(own - exponent)
  }
  const step = divisors.map(scaled).reduce(leastCommonMultiple)
  if (forbidden.some((divisor) => step % scaled(divisor) === 0n)) return empty
  const numberOf = (times: bigint) => Number(`${times * step}e${exponent}`)
  const first = Number.isFinite(low.value) ? ceilDivide(scaled(low.value), step, low.exclusive) : undefined
  const last = Number.isFinite(high.value) ? -ceilDivide(-scaled(high.value), step, high.exclusive) : undefined
  if (first !== undefined && last !== undefined) {
    if (first > last) return empty
    if (last - first < mostTried) {
      const all = Array.from({ length: Number(last - first) + 1 }, (_, i) => numberOf(first + BigInt(i)))
      return testValues(nearestFirst(all), literals) ?? empty
    }
  }
  for (let i = 0; i < mostTried + mostDoublings; i++) {
    // beside a large bound, what a small step leads to is the same double
    const offset = i < mostTried ? BigInt(i) : 2n ** BigInt(i - mostTried)
    const tried =
      first !== undefined && first > 0n
        ? first + offset
        : last !== undefined && last < 1n
          ? last - offset
          : i < mostTried
            ? outward(i)
            : offset
    if ((first !== undefined && tried < first) || (last !== undefined && tried > last)) continue
    const value = numberOf(tried)
    if (fitsAll(literals, value) === true) return { kind: 'value', value }
  }
  return testValues([numberOf(first ?? last ?? 1n)], literals)
}

/** 1, 0, 2, -1, 3, -2, … */
function outward(i: number): bigint {
  return i % 2 === 0 ? BigInt(i / 2 + 1) : BigInt(-(i - 1) / 2)
}

function nearestFirst(values: number[]): number[] {
  return [...values].sort((a, b) => Math.abs(a - 1) - Math.abs(b - 1))
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}

/** The least whole number of steps at or above a value, or above it only. */
function ceilDivide(value: bigint, step: bigint, exclusive: boolean): bigint {
  const quotient = value / step
  const isExact = quotient * step === value
  if (isExact) return exclusive ? quotient + 1n : quotient
  return value > 0n ? quotient + 1n : quotient
}
