import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Acknowledgement } from '@/lib/registry/store/storedValues'
import { instant, jsonText } from './columns'

/** Registered states of worker types. Once resolved, a row never changes. */
export const versions = pgTable(
  'versions',
  {
    taskQueueId: text().notNull(),
    number: integer().notNull(),
    designYaml: text().notNull(),
    baseSchema: jsonText(),
    payloadSchema: jsonText().notNull(),
    schemaSha256: text().notNull(),
    description: text().notNull(),
    expires: instant().notNull(),
    rootUrl: text().notNull(),
    author: text().notNull(),
    message: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['intended', 'acknowledged', 'failed'] }).notNull(),
    outcome: text({ enum: ['enforced', 'declared-only', 'published-only'] }),
    queueAnswer: jsonText(),
    resolvedAt: instant(),
    /** the breaks that its author knew of */
    acknowledgements: jsonText().$type<Acknowledgement[]>().notNull().default(sql`'[]'`),
    /** the draft that it was registered from; null for what came another way */
    draftId: text(),
    /** of the product that registered it; null where nobody wrote it down */
    toolVersion: text(),
  },
  (table) => [
    primaryKey({ columns: [table.taskQueueId, table.number] }),
    index('versions_state').on(table.state, table.createdAt),
  ],
)

/** The bundle of a version as it was when it was registered, in Base64: a newer product or catalog would make another one. */
export const versionBundles = pgTable(
  'version_bundles',
  {
    taskQueueId: text().notNull(),
    number: integer().notNull(),
    format: text({ enum: ['tar.gz', 'zip'] }).notNull(),
    content: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskQueueId, table.number, table.format] })],
)

/** Why a payload schema that was registered through the app is as narrow as it is, for the words of refusals. */
export const schemaRestrictions = pgTable(
  'schema_restrictions',
  {
    taskQueueId: text().notNull(),
    schemaSha256: text().notNull(),
    restrictions: jsonText().notNull(),
    /** the schema that each of them adds, by its id */
    overlays: jsonText().notNull(),
    /** the schema before the restrictions */
    unrestrictedSchema: jsonText(),
    recordedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.taskQueueId, table.schemaSha256] })],
)

/** Declarations of a registered version that were sent again, to last longer or to put it back. Once resolved, a row never changes. */
export const renewals = pgTable(
  'renewals',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    taskQueueId: text().notNull(),
    number: integer().notNull(),
    whole: boolean().notNull(),
    expires: instant().notNull(),
    author: text().notNull(),
    message: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['intended', 'acknowledged', 'failed'] }).notNull(),
    queueAnswer: jsonText(),
    resolvedAt: instant(),
  },
  (table) => [
    index('renewals_task_queue_id').on(table.taskQueueId, table.id),
    index('renewals_state').on(table.state, table.id),
  ],
)

/** What the last comparison of a registered worker type with its Queue has found. */
export const queueChecks = pgTable('queue_checks', {
  taskQueueId: text().primaryKey(),
  number: integer().notNull(),
  checkedAt: instant().notNull(),
  report: jsonText().notNull(),
})

/** What admins have decided about a registered worker type, whatever its version. */
export const workerTypeSettings = pgTable('worker_type_settings', {
  taskQueueId: text().primaryKey(),
  automaticRenewal: boolean().notNull(),
  changedBy: text().notNull(),
  changedAt: instant().notNull(),
})

/** Worker pools that were created or updated at a worker-manager, or were about to be. Once resolved, a row never changes. */
export const poolRegistrations = pgTable(
  'pool_registrations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workerPoolId: text().notNull(),
    rootUrl: text().notNull(),
    /** the body of createWorkerPool or updateWorkerPool */
    definition: jsonText().notNull(),
    /** the definition that was there, null for none; what the difference is against, and what must not have changed meanwhile */
    seen: jsonText(),
    author: text().notNull(),
    message: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['intended', 'acknowledged', 'failed'] }).notNull(),
    /** the pool as worker-manager answered it, or the problem */
    answer: jsonText(),
    resolvedAt: instant(),
  },
  (table) => [
    index('pool_registrations_worker_pool_id').on(table.workerPoolId, table.id),
    index('pool_registrations_state').on(table.state, table.id),
  ],
)
