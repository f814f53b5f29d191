import { type Result, succeed } from '@/lib/base/problem'
import { recordQueueCheck } from '@/lib/registry/recordQueueCheck'
import { renewedUntil } from '@/lib/registry/renewedUntil'
import type { Store } from '@/lib/registry/store'
import type { Version } from '@/lib/registry/version'
import { compareDeclared, unknownReport } from './compareDeclared'
import type { QueueConnection } from './connectQueue'
import type { QueueReport } from './queueReport'
import { readDeclared } from './readDeclared'

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
