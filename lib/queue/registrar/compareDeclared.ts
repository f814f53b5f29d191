import { equalJson } from '@/lib/base/equalJson'
import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { schemaSha256 } from '@/lib/queue/taskQueues/schemaSha256'
import type { RegistrationOutcome, Version } from '@/lib/registry/version'
import { declaredStability } from './declarationBody'
import type { DeclaredWorkerType } from './declaredWorkerType'
import type { QueueReport } from './queueReport'

const nothing: QueueReport = {
  state: 'unknown',
  outcome: null,
  expires: null,
  differences: [],
  payloadSchema: null,
  schemaCompared: false,
  declaredBy: null,
  declaredAt: null,
  problems: [],
}

/** The report on a Queue that could not be asked. */
export function unknownReport(problems: Problem[]): QueueReport {
  const told = problems.map(({ code, severity, message, path, help }) => ({
    code,
    severity,
    message,
    path,
    ...(help === undefined ? {} : { help }),
  }))
  return { ...nothing, problems: told }
}

/**
 * Holds what a Queue reports of a worker type (null: nothing) against a registered version. `outcome` is what registering with that Queue comes
 * to today, `until` how long the Queue has promised to keep the version.
 */
export function compareDeclared(
  version: Version,
  { outcome, declared, until }: { outcome: RegistrationOutcome; declared: DeclaredWorkerType | null; until: Date },
): QueueReport {
  const outcomes = difference('outcome', version.outcome, outcome)
  if (outcome === 'published-only') {
    return { ...nothing, state: outcomes.length > 0 ? 'changed' : 'undeclared', outcome, differences: outcomes }
  }
  if (declared === null) return { ...nothing, state: 'missing', outcome, differences: outcomes }
  const { description, stability, expires, payloadSchema, declaredBy, declaredAt } = declared
  const compared = outcome === 'enforced' && payloadSchema !== undefined
  const sha256 = payloadSchema && schemaSha256(payloadSchema)
  const schemas = compared ? difference('payloadSchema', version.schemaSha256, sha256 ?? null) : []
  const differences = [
    ...outcomes,
    ...(version.outcome === 'enforced' ? schemas : []),
    ...difference('description', version.description, description),
    ...difference('stability', declaredStability, stability),
    ...(expires < until ? difference('expires', until.toJSON(), expires.toJSON()) : []),
  ]
  return {
    state: differences.length > 0 ? 'changed' : 'same',
    outcome,
    expires: expires.toJSON(),
    differences,
    payloadSchema: schemas.length > 0 ? (payloadSchema ?? null) : null,
    schemaCompared: compared,
    declaredBy: declaredBy ?? null,
    declaredAt: declaredAt?.toJSON() ?? null,
    problems: [],
  }
}

function difference(property: string, registered: JsonValue, queue: JsonValue): QueueReport['differences'] {
  return equalJson(registered, queue) ? [] : [{ property, registered, queue }]
}
