import type { JsonValue } from '@/lib/base/json'
import { exactText, type Term, type TermShape } from './term'

/** Makes terms, each only once. */
export interface Terms {
  yes: Term
  no: Term
  make(shape: TermShape): Term
  and(parts: readonly Term[]): Term
  or(parts: readonly Term[]): Term
  one(parts: readonly Term[]): Term
  not(part: Term): Term
  enum(values: readonly JsonValue[]): Term
  /** remembers where a term was met first */
  note(term: Term, place: string): void
  /** the JSON pointer of the schema where a term was met first; '' where that is not known */
  placeOf(term: Term): string
}

/** A factory of terms; terms of two factories do not mix. */
export function createTerms(): Terms {
  const known = new Map<string, Term>()
  const negated = new Map<Term, Term>()
  const places = new Map<Term, string>()

  const make = (shape: TermShape): Term => {
    const key = keyOf(shape)
    const found = known.get(key)
    if (found !== undefined) return found
    const term: Term = { ...shape, id: known.size }
    known.set(key, term)
    return term
  }
  const yes = make({ kind: 'true' })
  const no = make({ kind: 'false' })

  const combine = (kind: 'and' | 'or', given: readonly Term[]): Term => {
    const [neutral, decisive] = kind === 'and' ? [yes, no] : [no, yes]
    const parts = new Set<Term>()
    for (const part of given) {
      if (part === decisive) return decisive
      if (part === neutral) continue
      if (part.kind === kind) for (const inner of part.parts) parts.add(inner)
      else parts.add(part)
    }
    for (const part of parts) if (part.kind === 'not' && parts.has(part.part)) return decisive
    const [first] = parts
    if (first === undefined) return neutral
    return parts.size === 1 ? first : make({ kind, parts: [...parts].sort(byId) })
  }

  const not = (part: Term): Term => {
    const found = negated.get(part)
    if (found !== undefined) return found
    const result = negate(part)
    negated.set(part, result)
    negated.set(result, part)
    return result
  }
  const negate = (part: Term): Term => {
    if (part === yes) return no
    if (part === no) return yes
    if (part.kind === 'not') return part.part
    if (part.kind === 'and') return combine('or', part.parts.map(not))
    if (part.kind === 'or') return combine('and', part.parts.map(not))
    return make({ kind: 'not', part })
  }

  const one = (given: readonly Term[]): Term => {
    const parts = given.filter((part) => part !== no).sort(byId)
    const certain = parts.filter((part) => part === yes).length
    if (certain > 1) return no
    if (certain === 1) return combine('and', parts.filter((part) => part !== yes).map(not))
    const [first] = parts
    if (first === undefined) return no
    return parts.length === 1 ? first : make({ kind: 'one', parts })
  }

  const makeEnum = (given: readonly JsonValue[]): Term => {
    const byText = new Map(given.map((value) => [exactText(value), value]))
    const texts = [...byText.keys()].sort()
    if (texts.length === 0) return no
    return make({ kind: 'enum', texts, values: texts.map((text) => byText.get(text) ?? null) })
  }

  return {
    yes,
    no,
    make,
    and: (parts) => combine('and', parts),
    or: (parts) => combine('or', parts),
    one,
    not,
    enum: makeEnum,
    note(term, place) {
      if (!places.has(term)) places.set(term, place)
    },
    placeOf: (term) => places.get(term.kind === 'not' ? term.part : term) ?? '',
  }
}

function byId(one: Term, other: Term): number {
  return one.id - other.id
}

function keyOf(shape: TermShape): string {
  switch (shape.kind) {
    case 'true':
    case 'false':
    case 'unique':
      return shape.kind
    case 'and':
    case 'or':
    case 'one':
      return `${shape.kind} ${shape.parts.map(({ id }) => id).join()}`
    case 'not':
      return `not ${shape.part.id}`
    case 'enum':
      return `enum ${JSON.stringify(shape.texts)}`
    case 'opaque':
      return `opaque ${shape.of} ${shape.key}`
    case 'ref':
      return `ref ${shape.name}`
    default:
      // the rest holds plain values and one term
      return `${shape.kind} ${JSON.stringify(Object.entries(shape).map(([key, value]) => [key, idOf(value)]))}`
  }
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}
