import { type Document, isAlias, isMap, isNode, isSeq, type Node } from 'yaml'
import { type Place, parseYaml, yamlErrorText } from '@/lib/base/parseYaml'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'

/** Keys and indexes from the root of an entry to a part of it. */
export type EntryPlace = readonly (string | number)[]

/** The text of an entry as data, and the way from a place in the data back to the text. */
export interface EntryDocument {
  value: unknown
  /** 1-based; the nearest enclosing place that the text has. Members are found at their key */
  locate(place: EntryPlace): Place
}

/** Words and signs of YAML in one entry: twice as many as the longest built-in one has. */
const mostTokens = 12_000

/**
 * Reads the YAML of one entry. Takes bounded time also for texts that are made to be slow: nesting, the number of words and the use of
 * aliases are bounded, and keys are plain words. Problem: `entry-unreadable`, with line and column.
 */
export function readEntryDocument(text: string, file?: string): Result<EntryDocument> {
  const unreadable = (message: string, at: Place) => fail([entryProblem('entry-unreadable', message, '', file, at)])
  const parsed = parseYaml(text, { mostTokens, stringKeys: true })
  if (parsed.trouble) {
    const { words, line, column } = parsed.trouble
    return unreadable(`The text ${words}.`, { line, column })
  }
  const { document, error, placeOf } = parsed
  if (error !== undefined) return unreadable(`This is no YAML: ${yamlErrorText(error)}.`, placeOf(error.pos[0]))
  try {
    const value: unknown = document.toJS()
    return succeed({
      value,
      locate: (place) => placeOf(offsetOf(document, place)),
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return unreadable(`The aliases of this YAML cannot be followed: ${reason}.`, placeOf(0))
  }
}

/** A problem of an entry at a place of its text. */
export function entryProblem(
  code: string,
  message: string,
  path: string,
  file: string | undefined,
  at: Place,
): Problem {
  return { code, severity: 'error', message, path, ...(file === undefined ? {} : { file }), ...at }
}

function offsetOf(document: Document, place: EntryPlace): number {
  let node: unknown = document.contents
  let offset = 0
  for (const segment of place) {
    const parent: Node | undefined = isAlias(node) ? node.resolve(document) : isNode(node) ? node : undefined
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isNode(item.key) && String(item.key) === String(segment))
      if (pair === undefined) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(parent)) {
      node = parent.items[Number(segment)]
      if (!isNode(node)) return offset
      offset = node.range?.[0] ?? offset
    } else {
      return offset
    }
  }
  return offset
}
