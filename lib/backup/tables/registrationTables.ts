import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import { acknowledgementSchema } from '@/lib/registry/store/storedValues'
import {
  poolRegistrations,
  queueChecks,
  renewals,
  schemaRestrictions,
  versionBundles,
  versions,
  workerTypeSettings,
} from '@/lib/registry/tables/registrationTables'
import { backupTable, type RowContext, type RowFinding, wrong } from './backupTable'
import { tooLarge } from './designTables'

/** True for a list of objects. */
export const isListOfObjects = (value: JsonValue) => Array.isArray(value) && value.every(isJsonObject)

/** Finds a schema whose name is not its own. */
export function checkSchemaName(row: { payloadSchema: JsonValue; schemaSha256: string }): RowFinding[] {
  if (!isJsonObject(row.payloadSchema) || schemaSha256(row.payloadSchema) === row.schemaSha256) return []
  return [wrong('schemaSha256', 'this is not the SHA-256 of the payload schema')]
}

/** Numbers of one worker type or task queue count from 1, without gaps. */
export function checkNumber(number: number, previous: number | undefined, column: string): RowFinding[] {
  const expected = (previous ?? 0) + 1
  return number === expected ? [] : [wrong(column, `number ${expected} was expected here`)]
}

const registered = backupTable('versions', versions, {
  key: ['taskQueueId', 'number'],
  keep: [
    ...(['taskQueueId', 'number', 'state', 'outcome', 'author', 'message', 'createdAt', 'resolvedAt'] as const),
    ...(['description', 'expires', 'rootUrl', 'draftId', 'toolVersion', 'schemaSha256'] as const),
    ...(['acknowledgements', 'queueAnswer', 'designYaml', 'payloadSchema', 'baseSchema'] as const),
  ],
  json: {
    acknowledgements: (value) =>
      Array.isArray(value) && value.every((one) => acknowledgementSchema.safeParse(one).success),
  },
  check: (row, { previous, seen }) => {
    seen.add('versions', row.taskQueueId, row.number)
    seen.add('versions', row.taskQueueId)
    const before = previous?.taskQueueId === row.taskQueueId ? previous.number : undefined
    const design = parseDesign(row.designYaml)
    const unreadable = `the design of ${row.taskQueueId} ${row.number} cannot be read any more`
    return [
      ...checkNumber(row.number, before, 'number'),
      ...checkSchemaName(row),
      ...checkResolved(row),
      ...tooLarge('designYaml', row.designYaml),
      ...(design.ok ? [] : [{ column: 'designYaml', message: unreadable, severity: 'warning' as const }]),
    ]
  },
})

function checkResolved({ state, resolvedAt }: { state: string; resolvedAt: Date | null }): RowFinding[] {
  if ((state === 'intended') === (resolvedAt === null)) return []
  return [wrong('resolvedAt', 'what is intended is not resolved yet, and everything else is')]
}

function checkVersion(row: { taskQueueId: string; number: number }, { seen }: Pick<RowContext, 'seen'>): RowFinding[] {
  if (seen.has('versions', row.taskQueueId, row.number)) return []
  return [wrong('number', `there is no version ${row.number} of ${row.taskQueueId}`)]
}

const beginnings = { 'tar.gz': [0x1f, 0x8b], zip: [0x50, 0x4b] }

const bundles = backupTable('version_bundles', versionBundles, {
  key: ['taskQueueId', 'number', 'format'],
  keep: ['taskQueueId', 'number', 'format', 'content'],
  check: (row, context) => {
    const bytes = Buffer.from(row.content, 'base64')
    const same = bytes.toString('base64') === row.content
    const archive = same && beginnings[row.format].every((byte, i) => bytes[i] === byte)
    return [...checkVersion(row, context), ...(archive ? [] : [wrong('content', `this is no ${row.format} in Base64`)])]
  },
})

const renewed = backupTable('renewals', renewals, {
  key: ['id'],
  keep: [
    ...(['id', 'taskQueueId', 'number', 'whole', 'expires', 'state', 'author', 'message'] as const),
    ...(['createdAt', 'resolvedAt', 'queueAnswer'] as const),
  ],
  check: (row, context) => [...checkVersion(row, context), ...checkResolved(row)],
})

const checks = backupTable('queue_checks', queueChecks, {
  key: ['taskQueueId'],
  keep: ['taskQueueId', 'number', 'checkedAt', 'report'],
  check: checkVersion,
})

const settings = backupTable('worker_type_settings', workerTypeSettings, {
  key: ['taskQueueId'],
  keep: ['taskQueueId', 'automaticRenewal', 'changedBy', 'changedAt'],
  check: (row, { seen }) =>
    seen.has('versions', row.taskQueueId) ? [] : [wrong('taskQueueId', `no version of ${row.taskQueueId} is there`)],
})

const pools = backupTable('pool_registrations', poolRegistrations, {
  key: ['id'],
  keep: [
    ...(['id', 'workerPoolId', 'rootUrl', 'state', 'author', 'message', 'createdAt', 'resolvedAt'] as const),
    ...(['definition', 'seen', 'answer'] as const),
  ],
  check: checkResolved,
})

const restrictions = backupTable('schema_restrictions', schemaRestrictions, {
  key: ['taskQueueId', 'schemaSha256'],
  keep: ['taskQueueId', 'schemaSha256', 'recordedAt', 'restrictions', 'overlays', 'unrestrictedSchema'],
  json: { restrictions: isListOfObjects, overlays: (value) => isJsonObject(value) && allObjects(value) },
})

function allObjects(value: JsonObject): boolean {
  return Object.values(value).every(isJsonObject)
}

/** What was registered, and everything around it. */
export const registrationTables = [registered, bundles, renewed, checks, settings, pools, restrictions]
