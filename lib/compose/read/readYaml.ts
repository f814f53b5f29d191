import { type Document, isCollection, isMap, isPair, isScalar, type Tags } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { type Place, parseYaml, yamlErrorText } from '@/lib/base/parseYaml'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'

/**
 * Reads YAML (or JSON, which is YAML). `dialect: 'worker'` reads as Go's yaml.v2 does, i.e. YAML 1.1: `on`, `yes` and `N` are booleans, and
 * of two equal keys the last one wins; of several documents the first counts, with a warning. `dialect: 'design'` is YAML 1.2 with
 * unique keys and one document. Aliases are bounded, so that a small text cannot become huge data. Errors: `unreadable-yaml` with
 * line and column, `unusable-data` (what JSON or the worker cannot carry), `document-too-large`.
 */
export function readYaml(text: string, dialect: 'worker' | 'design', file?: string): Result<YamlSource> {
  if (text.length > MAX_DOCUMENT_LENGTH) {
    return fail([
      problemAt(file, {
        code: 'document-too-large',
        message: `The document has ${text.length.toLocaleString('en')} characters; at most ${MAX_DOCUMENT_LENGTH.toLocaleString('en')} are read.`,
        help: 'Keep tasks and data out of the design.',
      }),
    ])
  }
  const parsed = parseYaml(text, {
    ...(dialect === 'worker' ? { version: '1.1', customTags: yaml11Tags, repeatedKeys: true } : { version: '1.2' }),
    intAsBigInt: true,
  })
  if (parsed.trouble) {
    const { words, line } = parsed.trouble
    return fail([problemAt(file, { code: 'unreadable-yaml', message: `The text ${words}.`, line })])
  }
  // Errors of the first document come before that of a second one.
  const { document, error, placeOf } = parsed
  const ignored = dialect === 'worker' && error?.code === 'MULTIPLE_DOCS' ? error : undefined
  if (error && !ignored) {
    return fail([
      problemAt(file, {
        code: 'unreadable-yaml',
        message: `The text is not valid YAML: ${yamlErrorText(error)}.`,
        ...placeOf(error.pos[0]),
        ...(error.code === 'MULTIPLE_DOCS' ? { help: 'Put what follows into a file of its own.' } : {}),
      }),
    ])
  }
  try {
    const data = toJson(document.toJS({ maxAliasCount: 1000, mapAsMap: true }))
    const problems = ignored === undefined ? [] : [furtherDocument(file, placeOf(ignored.pos[0]))]
    return succeed({ data, locate: yamlPlaces(document, placeOf) }, problems)
  } catch (cause) {
    // an alias inside what it stands for leads back to itself until the stack ends
    const circular = cause instanceof RangeError && 'an alias leads back to itself, or it nests too deeply'
    const detail = circular || (cause instanceof Error ? cause.message : 'unknown reason')
    return fail([problemAt(file, { code: 'unusable-data', message: `The text cannot be used as data: ${detail}.` })])
  }
}

/**
 * What the YAML reader gives, as JSON. Keys that are no strings are written as Go's `%v` writes them (`false`, `1`), which is what
 * taskcluster-worker does. Throws on what JSON cannot carry.
 */
export function toJson(value: unknown): JsonValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} is no JSON number`)
    return value
  }
  if (typeof value === 'bigint') return wholeNumber(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, member]) => [keyText(key), toJson(member)]))
  }
  if (value instanceof Set) return Object.fromEntries([...value].map((key) => [keyText(key), null]))
  throw new Error('the document holds a value that JSON does not have')
}

const INT64 = 2n ** 63n
const UINT64 = 2n ** 64n

/** The worker reads whole numbers as 64-bit integers and panics on those that only fit without a sign (facts, section 1). */
function wholeNumber(value: bigint): number {
  if (value >= INT64 && value < UINT64) throw new Error(`${value} does not fit a 64-bit integer`)
  return Number(value)
}

function keyText(key: unknown): string {
  if (key === null || key === undefined) return '<nil>'
  if (typeof key === 'string') return key
  if (typeof key === 'number') return floatText(key)
  if (typeof key === 'boolean' || typeof key === 'bigint') return String(key)
  throw new Error('a key is neither text nor a number nor a boolean')
}

/** A float as Go's `%v`: the exponent begins below 1e-4 and has two digits at least. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value)
  return text.replace(/e([+-])(\d)$/, 'e$10$2')
}

/**
 * Finds places of the data in the text that it was read from: the key (in maps) or the item (in lists), of the nearest enclosing place that the text has. A
 * map is looked through once, however many places in it are asked for.
 */
function yamlPlaces(
  document: Document,
  placeOf: (offset: number) => Place,
): (place: (string | number)[]) => Place | undefined {
  const members = new WeakMap<object, Map<string, { key: unknown; value: unknown }>>()
  const memberOf = (map: { items: unknown[] }, name: string) => {
    const known = members.get(map) ?? new Map<string, { key: unknown; value: unknown }>()
    if (!members.has(map)) {
      members.set(map, known)
      for (const pair of map.items) {
        if (!isPair(pair)) continue
        const text = String(isScalar(pair.key) ? pair.key.value : pair.key)
        if (!known.has(text)) known.set(text, pair)
      }
    }
    return known.get(name)
  }
  return (place) => {
    let node: unknown = document.contents
    let offset = offsetOf(node)
    for (const step of place) {
      if (!isCollection(node)) break
      const member = isMap(node) ? memberOf(node, String(step)) : undefined
      node = isMap(node) ? member?.value : node.items[Number(step)]
      const at = offsetOf(member === undefined ? node : member.key)
      if (at === undefined) break
      offset = at
    }
    return offset === undefined ? undefined : placeOf(offset)
  }
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const start: unknown = node.range[0]
  return typeof start === 'number' ? start : undefined
}

/** A document as data, with a way from a place in the data back to the text. */
export interface YamlSource {
  data: JsonValue
  /** 1-based line and column of a place given as keys and indexes; the nearest enclosing place that the text has */
  locate: (place: (string | number)[]) => { line: number; column: number } | undefined
}

/** Documents larger than this are refused before they are read, in characters. */
export const MAX_DOCUMENT_LENGTH = 5_000_000

// Go's yaml.v2 knows neither sexagesimal numbers nor dates where plain JSON is wanted; both stay text.
const WITHOUT = new Set(['tag:yaml.org,2002:timestamp', 'tag:yaml.org,2002:binary'])

const EXPONENT = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)[eE][-+]?[0-9]+$/

function yaml11Tags(tags: Tags): Tags {
  return tags.flatMap((tag): Tags => {
    if (typeof tag === 'string') return [tag]
    const format = 'format' in tag ? tag.format : undefined
    if (format === 'TIME' || WITHOUT.has(tag.tag)) return []
    // The library takes a bare `E0` for a number.
    return format === 'EXP' && tag.collection === undefined ? [{ ...tag, test: EXPONENT }] : [tag]
  })
}

function furtherDocument(file: string | undefined, at: Place): Problem {
  const told = problemAt(file, {
    code: 'document-ignored',
    message: 'The worker reads the first document of the file only; another one begins here.',
    ...at,
    help: 'Take out what follows.',
  })
  return { ...told, severity: 'warning' }
}

function problemAt(file: string | undefined, problem: Omit<Problem, 'severity' | 'path'>): Problem {
  return { severity: 'error', path: '', ...problem, ...(file === undefined ? {} : { file }) }
}
