import type { ErrorObject } from 'ajv'
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml'
import { appendPath, pointerSegments } from '../base/path'
import { fail, type Problem, type Result, succeed } from '../base/problem'
import { describeEntryError } from './describeEntryError'
import type { CatalogEntry } from './entry'
import { entryValidator } from './entryValidator'

/** Branches of a choice say little by themselves; the choice is reported as a whole. */
const BRANCH = /\/(anyOf|oneOf)\/\d+\//

/**
 * Reads one catalog entry from YAML and checks it against `public/catalog-entry.schema.json`. Mistakes come back with line
 * and column. What an entry says about its worker's features is checked by `checkEntry`.
 */
export function parseEntry(text: string, file?: string): Result<CatalogEntry> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const [first] = document.errors
  if (first !== undefined) {
    const { line, col } = lineCounter.linePos(first.pos[0])
    return fail([problem('entry-unreadable', `This is no YAML: ${first.message}.`, '', file, line, col)])
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail([
      problem('entry-unreadable', `The aliases of this YAML cannot be followed: ${reason}.`, '', file, 1, 1),
    ])
  }
  const validate = entryValidator()
  if (validate(value)) return succeed(value)
  const problems: Problem[] = []
  for (const error of validate.errors ?? []) {
    const message = BRANCH.test(error.schemaPath) ? undefined : describeEntryError(error)
    if (message === undefined) continue
    const { path, offset } = locate(document, error)
    const { line, col } = lineCounter.linePos(offset)
    problems.push(problem('entry-invalid', message, path, file, line, col))
  }
  return fail(problems)
}

function problem(
  code: string,
  message: string,
  path: string,
  file: string | undefined,
  line: number,
  column: number,
): Problem {
  return { code, severity: 'error', message, path, ...(file === undefined ? {} : { file }), line, column }
}

/** The dotted place of an error and its offset in the text: of the member that is too much, else of the value. */
function locate(document: Document, error: ErrorObject): { path: string; offset: number } {
  let path = ''
  let node = document.contents
  let offset = 0
  const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : []
  for (const segment of [...pointerSegments(error.instancePath), ...extra]) {
    path = appendPath(path, isMap(node) ? segment : Number(segment))
    if (isMap(node)) {
      const pair = node.items.find((item) => isNode(item.key) && String(item.key) === segment)
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset
      node = isNode(pair?.value) ? pair.value : null
    } else {
      const item = isNode(node) && 'items' in node ? node.items[Number(segment)] : undefined
      node = isNode(item) ? item : null
      offset = node?.range?.[0] ?? offset
    }
  }
  return { path, offset }
}
