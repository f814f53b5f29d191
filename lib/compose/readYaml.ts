import type { Tags } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { type Place, parseYaml } from '@/lib/base/parseYaml'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { yamlErrorText } from '@/lib/base/yamlErrorText'
import { toJson } from './toJson'
import { yamlPlaces } from './yamlPlaces'

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
