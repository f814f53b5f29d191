import type { ErrorObject } from 'ajv'
import { appendPath, pointerSegments } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { describeEntryError } from './describeEntryError'
import type { CatalogEntry } from './entry'
import { type EntryDocument, entryProblem } from './entryDocument'
import { entryValidator } from './entryValidator'

/** Branches of a choice say little by themselves; the choice is reported as a whole. */
const BRANCH = /\/(anyOf|oneOf)\/\d+\//

/** More mistakes than this at once are of no help. */
const mostMistakes = 50

/** Checks what was read from an entry's text against the schema of entries: the second half of `parseEntry`. */
export function validateEntry(document: EntryDocument, file?: string): Result<CatalogEntry> {
  const validate = entryValidator()
  const { value } = document
  if (validate(value)) return succeed(value)
  const problems: Problem[] = []
  for (const error of validate.errors ?? []) {
    const message = BRANCH.test(error.schemaPath) ? undefined : describeEntryError(error)
    if (message === undefined) continue
    const place = placeOf(error, value)
    problems.push(
      entryProblem('entry-invalid', message, place.reduce<string>(appendPath, ''), file, document.locate(place)),
    )
    if (problems.length >= mostMistakes) break
  }
  return fail(problems)
}

/** The place of an error: of the member that is too much, else of the value. */
function placeOf(error: ErrorObject, entry: unknown): (string | number)[] {
  const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : []
  let value = entry
  return [...pointerSegments(error.instancePath), ...extra].map((segment) => {
    const isList = Array.isArray(value)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, segment) : undefined
    return isList ? Number(segment) : segment
  })
}
