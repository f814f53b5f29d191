import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { compileDecision, type Decision } from './decide/compileDecision'
import { collectFindings } from './explain/collectFindings'
import { explainViolations } from './explain/explainViolations'
import type { SchemaViolation } from './explain/finding'

/**
 * Compiles a JSON Schema of draft-06 or draft-07 for payloads. Patterns mean what RE2 says, formats what the workers say, and
 * only own properties count: `constructor` and `__proto__` are names like any other. Validators are kept for as long as their schema
 * object; a schema must not be changed afterwards. Throws a SchemaCompileError where `checkSchema` reports problems.
 */
export function compilePayloadValidator(schema: JsonObject): PayloadValidator {
  const known = cache.get(schema)
  if (known !== undefined) return known
  const problems = checkSchema(schema)
  if (problems.length > 0) throw new SchemaCompileError(problems)
  const prepared = prepareSchema(readSchemaDocument(schema).nodes)
  let compiled: Decision | undefined
  let seen = 0
  const decide = (payload: JsonValue): boolean => {
    seen++
    if (seen === worthCompiling) compiled ??= compileDecision(prepared)
    return compiled === undefined ? collectFindings(prepared, payload).length === 0 : compiled(payload)
  }

  const accepts = (payload: JsonValue) => unlessTooDeep(() => decide(payload), false)
  const acceptsWithin = (payload: JsonValue, most: number) => {
    compiled ??= compileDecision(prepared)
    const decided = compiled
    return unlessTooDeep(() => decided(payload, most), false)
  }
  const validate = (payload: JsonValue) =>
    unlessTooDeep(() => (decide(payload) ? [] : explainViolations(prepared, payload)), [tooDeep])
  const validator = Object.assign(validate, { accepts, acceptsWithin })
  cache.set(schema, validator)
  return validator
}

/** Thrown for a schema that cannot be compiled. `checkSchema` tells the same as values. */
export class SchemaCompileError extends Error {
  override readonly name = 'SchemaCompileError'
  /** the place of the first problem in the schema, dotted; '' is the whole */
  readonly path: string
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    const first = problems[0]
    super(first?.message ?? 'the schema cannot be compiled')
    this.path = first?.path ?? ''
    this.problems = problems
  }
}

/** A compiled payload schema. */
export interface PayloadValidator {
  /** Every violation, sorted by place and keyword; none where the payload fits. Never throws. */
  (payload: JsonValue): SchemaViolation[]
  /** Only whether the payload fits: quicker where it does not. */
  accepts(payload: JsonValue): boolean
  /** The same, undefined where it would take more than `most` work, in the unit of `compileDecision`. For many payloads: it compiles at once. */
  acceptsWithin(payload: JsonValue, most: number): boolean | undefined
}

/** From this many payloads on, compiling takes less time than it saves. */
const worthCompiling = 10

const cache = new WeakMap<JsonObject, PayloadValidator>()

const tooDeep: SchemaViolation = {
  path: '',
  message: 'nests too deeply to be checked',
  keyword: 'depth',
  schemaPath: '#',
}

/** Recursive schemas follow a payload as deep as it goes, which ends with the stack. */
function unlessTooDeep<T>(compute: () => T, otherwise: T): T {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError) return otherwise
    throw error
  }
}
