import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { codeSpan } from './markdown'
import { conjuncts, displayValue, typeInWords } from './typeInWords'

type Words = (value: JsonValue, schema: JsonObject) => string | undefined

const counted = (rule: string, one: string, many: string): Words => {
  return (value) => `${rule} ${String(value)} ${value === 1 ? one : many}`
}
const list = (value: JsonValue): JsonValue[] => (Array.isArray(value) ? value : [value])

/** Keyword -> what it means in words. A keyword without an entry here or in SAID_ELSEWHERE is shown as JSON. */
const WORDS: Record<string, Words> = {
  minimum: (value, { maximum }) =>
    maximum === undefined ? `at least ${String(value)}` : `from ${String(value)} to ${String(maximum)}`,
  maximum: (value, { minimum }) => (minimum === undefined ? `at most ${String(value)}` : undefined),
  exclusiveMinimum: (value) => (typeof value === 'number' ? `more than ${value}` : undefined),
  exclusiveMaximum: (value) => (typeof value === 'number' ? `less than ${value}` : undefined),
  multipleOf: (value) => `a multiple of ${String(value)}`,
  minLength: counted('at least', 'character', 'characters'),
  maxLength: counted('at most', 'character', 'characters'),
  pattern: (value) =>
    value === DURATION ? 'a duration: seconds, or text such as `2 hours 30 min`' : `matches ${displayValue(value)}`,
  format: (value) => (value === 'uri' || value === 'date-time' ? undefined : `in the format ${displayValue(value)}`),
  minItems: counted('at least', 'item', 'items'),
  maxItems: counted('at most', 'item', 'items'),
  uniqueItems: (value) => (value === true ? 'no item twice' : undefined),
  contains: (value) => `at least one item that is ${described(value)}`,
  minProperties: counted('at least', 'member', 'members'),
  maxProperties: counted('at most', 'member', 'members'),
  propertyNames: (value) => withLimits('every name', value),
  items: (value) => itemWords(value),
  additionalProperties: (value) => (isJsonObject(value) ? itemWords(value, 'every value') : undefined),
  patternProperties: (value) => (isJsonObject(value) ? patternWords(value) : undefined),
  not: (value) => exclusion(value),
}

/** The pattern of taskcluster-worker's durations (facts on taskcluster-worker, section 8). */
const DURATION =
  '^\\s*(?:\\s*(\\d+)\\s*d(?:ays?)?)?(?:\\s*(\\d+)\\s*h(?:ours?|r)?)?(?:\\s*(\\d+)\\s*m(?:in(?:utes?)?)?)?\\s*$'

const SAID_ELSEWHERE = new Set(
  [
    'type',
    'enum',
    'const',
    'properties',
    'required',
    'oneOf',
    'anyOf',
    'allOf',
    'title',
    'description',
    'default',
    'examples',
  ].concat(['$schema', '$id', 'id', '$comment', 'definitions', 'secret']),
)

/**
 * The limits that a JSON Schema (draft 6) puts on a value beyond its type, each a few words of Markdown: "at most 255 characters",
 * "matches `^a`". What has no words is shown as JSON, so nothing is left unsaid. Members of objects and alternatives are not looked into.
 */
export function limitsInWords(schema: JsonValue): string[] {
  const found = conjuncts(schema).flatMap((member) =>
    Object.keys(member)
      .filter((keyword) => !SAID_ELSEWHERE.has(keyword))
      .map((keyword) => wordsOf(keyword, member)),
  )
  return [...new Set(found.filter((text) => text !== undefined))]
}

function wordsOf(keyword: string, schema: JsonObject): string | undefined {
  const value = schema[keyword] ?? null
  const words = Object.hasOwn(WORDS, keyword) ? WORDS[keyword] : undefined
  if (words) return words(value, schema)
  return `as ${codeSpan(JSON.stringify({ [keyword]: value }))} says`
}

function described(schema: JsonValue): string {
  return [typeInWords(schema), ...limitsInWords(schema)].join(', ')
}

function withLimits(what: string, schema: JsonValue): string | undefined {
  const limits = limitsInWords(schema)
  const [first] = conjuncts(schema)
  if (first && (first.enum !== undefined || first.const !== undefined)) limits.unshift(`is ${typeInWords(schema)}`)
  return limits.length === 0 ? undefined : `${what}: ${limits.join(', ')}`
}

/** Limits on the items of a list; items that are objects are described member by member instead. */
function itemWords(schema: JsonValue, what = 'every item'): string | undefined {
  if (Array.isArray(schema)) return `items in this order: ${schema.map(described).join('; ')}`
  const limits = limitsInWords(schema)
  return limits.length === 0 ? undefined : `${what}: ${limits.join(', ')}`
}

/** Patterns that stand for one name each say that it may be there, but empty: what an engine lacks does no harm unused. */
function patternWords(patterns: JsonObject): string {
  return Object.entries(patterns)
    .map(([pattern, schema]) => {
      const name = /^\^([\w-]+)\$$/.exec(pattern)?.[1]
      const empty = isJsonObject(schema) && (schema.maxItems === 0 || schema.maxProperties === 0)
      if (name !== undefined) return `${codeSpan(name)} may be there${empty ? ', but empty' : `: ${described(schema)}`}`
      return `names that match ${codeSpan(pattern)} hold this: ${described(schema)}`
    })
    .join('; ')
}

function exclusion(schema: JsonValue): string | undefined {
  if (!isJsonObject(schema) || Object.keys(schema).length === 0) return undefined
  const keys = Object.keys(schema)
  const only = keys.length === 1 ? keys[0] : undefined
  switch (only) {
    case 'const':
      return `not ${displayValue(schema.const ?? null)}`
    case 'enum':
      return `none of ${list(schema.enum ?? [])
        .map(displayValue)
        .join(', ')}`
    case 'pattern':
      return `does not match ${displayValue(schema.pattern ?? '')}`
    case 'required':
      return `without ${list(schema.required ?? [])
        .map(displayValue)
        .join(' together with ')}`
    default:
      return `nothing that fits ${codeSpan(JSON.stringify(schema))}`
  }
}

/** Type and limits of a value in one phrase of Markdown: "whole number, from 0 to 300000". */
export function valueInWords(schema: JsonValue): string {
  return [typeInWords(schema), ...limitsInWords(schema)].join(', ')
}
