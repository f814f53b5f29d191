import {
  type Document,
  type DocumentOptions,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type ParseOptions,
  parseAllDocuments,
  parseDocument,
  type SchemaOptions,
  type YAMLError,
  YAMLParseError,
} from 'yaml'
import { type YamlTrouble, yamlTrouble } from './yamlTrouble'

/** What may be said of how a text is read; everything else is the same for all. */
interface YamlReading
  extends Pick<
    ParseOptions & DocumentOptions & SchemaOptions,
    'version' | 'customTags' | 'intAsBigInt' | 'stringKeys'
  > {
  /** equal keys in a map are no error: the last one counts */
  repeatedKeys?: boolean
  /** words and signs that are read at most */
  mostTokens?: number
}

/** One document of a text that was read. */
interface YamlDocument {
  document: Document
  /** the first thing that is wrong with it */
  error: YAMLError | undefined
}

/** What was read of a text, or why it was not tried, with the place. */
type ParsedYaml<Read> =
  | (Read & { trouble?: undefined; placeOf: (offset: number) => Place })
  | { trouble: YamlTrouble & Place }

/** 1-based. */
export interface Place {
  line: number
  column: number
}

/**
 * Reads a YAML document that anybody may have written, in time in proportion to its length; that is why the library is neither asked for errors with a piece of the
 * text, nor to compare keys with each other. A second document is an error (`MULTIPLE_DOCS`). Where no thread can be ended, bound the length as well.
 */
export function parseYaml(text: string, reading: YamlReading = {}): ParsedYaml<YamlDocument> {
  return parse(text, reading, (options) => checked(parseDocument(text, options), reading))
}

/** The same for a text that may have several documents. */
export function parseYamlDocuments(
  text: string,
  reading: YamlReading = {},
): ParsedYaml<{ documents: readonly YamlDocument[] }> {
  return parse(text, reading, (options) => {
    const documents = parseAllDocuments(text, options)
    return { documents: Array.isArray(documents) ? documents.map((document) => checked(document, reading)) : [] }
  })
}

function parse<Read>(
  text: string,
  { repeatedKeys: _, mostTokens, ...options }: YamlReading,
  read: (options: ParseOptions & DocumentOptions & SchemaOptions) => Read,
): ParsedYaml<Read> {
  const trouble = yamlTrouble(text, mostTokens)
  if (trouble !== undefined) {
    const before = text.slice(0, trouble.offset)
    const column = trouble.offset - before.lastIndexOf('\n')
    return { trouble: { ...trouble, line: before.split('\n').length, column } }
  }
  const lineCounter = new LineCounter()
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  // broken texts make an error for each sign, and nobody asks where in the library
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return { ...read({ ...options, lineCounter, prettyErrors: false, uniqueKeys: false }), placeOf }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function checked(document: Document, { repeatedKeys = false }: YamlReading): YamlDocument {
  const [error] = document.errors
  const repeated = repeatedKeys ? undefined : repeatedKey(document.contents)
  if (repeated === undefined || (error !== undefined && error.pos[0] <= repeated)) return { document, error }
  return { document, error: new YAMLParseError([repeated, repeated + 1], 'DUPLICATE_KEY', 'Map keys must be unique') }
}

/** The offset of the first key that its map has already, in the order of the text. As far down as `yamlTrouble` lets a text nest. */
function repeatedKey(node: unknown): number | undefined {
  if (isPair(node)) return repeatedKey(node.key) ?? repeatedKey(node.value)
  if (!isCollection(node)) return undefined
  const seen = new Set<unknown>()
  for (const item of node.items) {
    const key = isMap(node) && isPair(item) ? item.key : undefined
    if (isScalar(key) && !Number.isNaN(key.value)) {
      if (seen.has(key.value)) return key.range?.[0] ?? 0
      seen.add(key.value)
    }
    const within = repeatedKey(item)
    if (within !== undefined) return within
  }
  return undefined
}

/** What the YAML reader complains of, as a clause without place and full stop. */
export function yamlErrorText({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here, and there can be only one'
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}
