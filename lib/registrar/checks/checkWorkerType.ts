import { equalJson, type JsonValue } from '@/lib/base/json'
import { type Problem, type Result, succeed } from '@/lib/base/problem'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import type { QueueConnection } from '@/lib/registrar/deployment/connectQueue'
import { type DeclaredWorkerType, declaredStability } from '@/lib/registrar/deployment/declaration'
import { readDeclared } from '@/lib/registrar/deployment/readDeclared'
import { recordQueueCheck } from '@/lib/registry/renewals/queueChecks'
import { renewedUntil } from '@/lib/registry/renewals/renewals'
import type { Store } from '@/lib/registry/store/store'
import type { RegistrationOutcome, Version } from '@/lib/registry/versions/version'
import type { QueueReport } from './queueReport'

/** Compares a registered version with what a Queue reports, and keeps the report. A Queue that cannot be asked is a report, too. */
export async function checkWorkerType({
  store,
  connection,
  version,
  who,
  now,
}: {
  store: Store
  connection: Result<QueueConnection>
  /** in force */
  version: Version
  who: string
  now: Date
}): Promise<QueueReport> {
  const report = await ask(store, connection, version)
  const { taskQueueId, number } = version
  await recordQueueCheck(store, { taskQueueId, number, checkedAt: now, report }, who)
  return report
}

async function ask(store: Store, connection: Result<QueueConnection>, version: Version): Promise<QueueReport> {
  if (!connection.ok) return unknownReport(connection.problems)
  const { outcome } = connection.value
  const declared =
    outcome === 'published-only' ? succeed(null) : await readDeclared(connection.value, version.taskQueueId)
  if (!declared.ok) return unknownReport(declared.problems)
  const renewed = await renewedUntil(store, version.taskQueueId, version.number)
  const until = renewed !== undefined && renewed > version.expires ? renewed : version.expires
  return compareDeclared(version, { outcome, declared: declared.value, until })
}

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
function unknownReport(problems: Problem[]): QueueReport {
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
function compareDeclared(
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
