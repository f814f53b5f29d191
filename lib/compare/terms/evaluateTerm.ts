import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { codePointLength, findEqualItems, isMultipleOf } from '@/lib/schema/values'
import { exactText, type Term, type ValueType } from './term'

/** Whether a value fits a term; undefined where that depends on something whose meaning is not known. */
export function evaluateTerm(term: Term, value: JsonValue): boolean | undefined {
  switch (term.kind) {
    case 'true':
      return true
    case 'false':
      return false
    case 'and':
      return every(term.parts, (part) => evaluateTerm(part, value))
    case 'or':
      return invert(every(term.parts, (part) => invert(evaluateTerm(part, value))))
    case 'one':
      return exactlyOne(term.parts.map((part) => evaluateTerm(part, value)))
    case 'not':
      // what is let pass by those that do not know it is not thereby known to be refused where it is forbidden
      return term.part.kind === 'opaque' && term.part.ignorable
        ? term.part.of === typeOf(value)
          ? undefined
          : false
        : invert(evaluateTerm(term.part, value))
    case 'ref':
      return evaluateTerm(term.resolve(), value)
    case 'type':
      return typeOf(value) === term.type
    case 'enum':
      return term.texts.includes(exactText(value))
    case 'opaque':
      if (term.ignorable || (term.of !== undefined && term.of !== typeOf(value))) return true
      return term.test?.(value)
    default:
      return evaluateKeyword(term, value)
  }
}

/** The type of a value, integers being numbers. */
export function typeOf(value: JsonValue): ValueType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'string'
  return typeof value === 'number' ? 'number' : 'object'
}

function evaluateKeyword(term: Term, value: JsonValue): boolean | undefined {
  if (typeof value === 'number') return evaluateNumber(term, value)
  if (typeof value === 'string') return evaluateString(term, value)
  if (Array.isArray(value)) return evaluateArray(term, value)
  return isJsonObject(value) ? evaluateObject(term, value) : true
}

function evaluateNumber(term: Term, value: number): boolean {
  switch (term.kind) {
    case 'least':
      return term.exclusive ? value > term.bound : value >= term.bound
    case 'most':
      return term.exclusive ? value < term.bound : value <= term.bound
    case 'multiple':
      return isMultipleOf(value, term.divisor)
    default:
      return true
  }
}

function evaluateString(term: Term, value: string): boolean {
  switch (term.kind) {
    case 'length':
      return term.of !== 'string' || inBound(codePointLength(value), term)
    case 'pattern':
      return compilePattern(term.source).test(value)
    case 'format':
      return payloadFormats.get(term.name)?.test(value) ?? true
    default:
      return true
  }
}

function evaluateArray(term: Term, value: JsonValue[]): boolean | undefined {
  switch (term.kind) {
    case 'length':
      return term.of !== 'array' || inBound(value.length, term)
    case 'item': {
      const item = value[term.index]
      return item === undefined ? true : evaluateTerm(term.term, item)
    }
    case 'rest':
      return every(value.slice(term.from), (item) => evaluateTerm(term.term, item))
    case 'contains':
      return invert(every(value, (item) => invert(evaluateTerm(term.term, item))))
    case 'unique':
      return findEqualItems(value) === undefined
    default:
      return true
  }
}

function evaluateObject(term: Term, value: JsonObject): boolean | undefined {
  switch (term.kind) {
    case 'length':
      return term.of !== 'object' || inBound(Object.keys(value).length, term)
    case 'has':
      return Object.hasOwn(value, term.name)
    case 'names':
      return every(Object.keys(value), (name) => evaluateTerm(term.term, name))
    case 'property': {
      const member = Object.hasOwn(value, term.name) ? value[term.name] : undefined
      return member === undefined ? true : evaluateTerm(term.term, member)
    }
    case 'matching':
      return every(Object.entries(value), ([name, member]) =>
        compilePattern(term.pattern).test(name) ? evaluateTerm(term.term, member) : true,
      )
    case 'others':
      return every(Object.entries(value), ([name, member]) =>
        isOther(name, term) ? evaluateTerm(term.term, member) : true,
      )
    default:
      return true
  }
}

/** Whether a name is none of those that a schema names itself. */
export function isOther(
  name: string,
  { names, patterns }: { names: readonly string[]; patterns: readonly string[] },
): boolean {
  return !names.includes(name) && !patterns.some((pattern) => compilePattern(pattern).test(name))
}

function inBound(length: number, { side, bound }: { side: 'least' | 'most'; bound: number }): boolean {
  return side === 'least' ? length >= bound : length <= bound
}

function every<T>(items: readonly T[], test: (item: T) => boolean | undefined): boolean | undefined {
  let result: boolean | undefined = true
  for (const item of items) {
    const holds = test(item)
    if (holds === false) return false
    if (holds === undefined) result = undefined
  }
  return result
}

function invert(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds
}

function exactlyOne(results: readonly (boolean | undefined)[]): boolean | undefined {
  const certain = results.filter((holds) => holds === true).length
  if (certain > 1) return false
  if (results.includes(undefined)) return undefined
  return certain === 1
}
