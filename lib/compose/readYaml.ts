import { type Document, isMap, LineCounter, parseDocument, type Tags } from 'yaml'
import type { JsonValue } from '../base/json'
import { fail, type Problem, type Result, succeed } from '../base/problem'
import { yamlErrorText } from '../base/yamlErrorText'
import { yamlTrouble } from '../base/yamlTrouble'
import { toJson } from './toJson'

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
  const trouble = yamlTrouble(text)
  if (trouble) {
    const line = text.slice(0, trouble.offset).split('\n').length
    return fail([problemAt(file, { code: 'unreadable-yaml', message: `The text ${trouble.words}.`, line })])
  }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    ...(dialect === 'worker' ? { version: '1.1', customTags: yaml11Tags, uniqueKeys: false } : { version: '1.2' }),
    intAsBigInt: true,
    prettyErrors: false,
    stringKeys: false,
  })
  // Errors of the first document come before that of a second one.
  const [error] = document.errors
  const ignored = dialect === 'worker' && error?.code === 'MULTIPLE_DOCS' ? error : undefined
  if (error && !ignored) {
    const at = lines.linePos(error.pos[0])
    return fail([
      problemAt(file, {
        code: 'unreadable-yaml',
        message: `The text is not valid YAML: ${yamlErrorText(error)}.`,
        line: at.line,
        column: at.col,
        ...(error.code === 'MULTIPLE_DOCS' ? { help: 'Put what follows into a file of its own.' } : {}),
      }),
    ])
  }
  try {
    const data = toJson(document.toJS({ maxAliasCount: 1000, mapAsMap: true }))
    const problems = ignored === undefined ? [] : [furtherDocument(file, lines.linePos(ignored.pos[0]))]
    return succeed({ data, locate: (place) => locate(document, lines, place) }, problems)
  } catch (cause) {
    // an alias inside what it stands for leads back to itself until the stack ends
    const circular = cause instanceof RangeError && 'an alias leads back to itself, or it nests too deeply'
    const detail = circular || (cause instanceof Error ? cause.message : 'unknown reason')
    return fail([problemAt(file, { code: 'unusable-data', message: `The text cannot be used as data: ${detail}.` })])
  }
}

function furtherDocument(file: string | undefined, at: { line: number; col: number }): Problem {
  const told = problemAt(file, {
    code: 'document-ignored',
    message: 'The worker reads the first document of the file only; another one begins here.',
    line: at.line,
    column: at.col,
    help: 'Take out what follows.',
  })
  return { ...told, severity: 'warning' }
}

function problemAt(file: string | undefined, problem: Omit<Problem, 'severity' | 'path'>): Problem {
  return { severity: 'error', path: '', ...problem, ...(file === undefined ? {} : { file }) }
}

function locate(document: Document, lines: LineCounter, place: (string | number)[]) {
  for (let length = place.length; length >= 0; length--) {
    const node = nodeAt(document, place.slice(0, length))
    if (node === undefined) continue
    const at = lines.linePos(node)
    return { line: at.line, column: at.col }
  }
  return undefined
}

/** Offset of the key (in maps) or the item (in lists) at a place. */
function nodeAt(document: Document, place: (string | number)[]): number | undefined {
  const last = place.at(-1)
  if (last === undefined) return document.contents?.range?.[0]
  const parent = place.length === 1 ? document.contents : document.getIn(place.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => String(item.key) === String(last))
    const key = pair?.key
    return isRanged(key) ? key.range[0] : undefined
  }
  const node = document.getIn(place, true)
  return isRanged(node) ? node.range[0] : undefined
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
