import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { appendPath, pointerSegments } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import schema from '@/public/catalog-entry.schema.json'
import type { CatalogEntry } from './entry/entry'
import { type EntryDocument, entryProblem } from './entry/entryDocument'

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

let validator: ValidateFunction<CatalogEntry> | undefined

/** The compiled schema of catalog entries. Compiled when first asked for: most starts of the program do without it. */
function entryValidator(): ValidateFunction<CatalogEntry> {
  validator ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile<CatalogEntry>(schema)
  return validator
}

/** What is wrong with an entry, as a plain sentence without the place; `undefined` for errors that only repeat others. */
export function describeEntryError(error: ErrorObject): string | undefined {
  switch (error.keyword) {
    case 'if':
      return undefined
    case 'required':
      return `The member ${error.params.missingProperty} is missing.`
    case 'dependencies':
      return `The member ${error.params.missingProperty} is missing; ${error.params.property} needs it.`
    case 'additionalProperties':
      return `There is no member ${error.params.additionalProperty} here.`
    case 'false schema':
      return 'This member does not belong in an entry of this kind.'
    case 'type':
      return `This has to be of type ${[error.params.type].flat().join(' or ')}.`
    case 'enum':
      return `This has to be one of ${error.params.allowedValues.join(', ')}.`
    case 'const':
      return `This has to be ${JSON.stringify(error.params.allowedValue)}.`
    case 'pattern':
      return `This has not the form ${error.params.pattern}.`
    case 'anyOf':
    case 'oneOf':
      return `This fits none of the forms that are possible here. ${error.parentSchema?.description ?? ''}`.trim()
    default:
      return `This ${error.message ?? 'is not valid'}.`
  }
}
