import {
  taskDependencies,
  taskGroups,
  taskQueueSchemas,
  taskQueues,
  tasks,
  workerPools,
} from '@/lib/registry/tables/queueTables'
import { backupTable, wrong } from './backupTable'
import { checkNumber, checkSchemaName, isListOfObjects } from './registrationTables'

const schemas = backupTable('task_queue_schemas', taskQueueSchemas, {
  key: ['taskQueueId', 'version'],
  keep: ['taskQueueId', 'version', 'schemaSha256', 'declaredBy', 'declaredAt', 'payloadSchema'],
  check: (row, { previous, seen }) => {
    seen.add('task_queue_schemas', row.taskQueueId, row.version, row.schemaSha256)
    const before = previous?.taskQueueId === row.taskQueueId ? previous.version : undefined
    return [...checkNumber(row.version, before, 'version'), ...checkSchemaName(row)]
  },
})

const queues = backupTable('task_queues', taskQueues, {
  key: ['taskQueueId'],
  keep: ['taskQueueId', 'description', 'stability', 'expires', 'lastDateActive', 'schemaVersion', 'schemaSha256'],
  check: ({ taskQueueId, schemaVersion, schemaSha256 }, { seen }) => {
    if (schemaVersion === null && schemaSha256 === null) return []
    const declared =
      schemaVersion !== null &&
      schemaSha256 !== null &&
      seen.has('task_queue_schemas', taskQueueId, schemaVersion, schemaSha256)
    return declared ? [] : [wrong('schemaVersion', `the payload schema of ${taskQueueId} is not there`)]
  },
})

const pools = backupTable('worker_pools', workerPools, {
  key: ['workerPoolId'],
  keep: ['workerPoolId', 'providerId', 'description', 'owner', 'emailOnError', 'created', 'lastModified', 'config'],
})

const groups = backupTable('task_groups', taskGroups, {
  key: ['taskGroupId'],
  keep: ['taskGroupId', 'schedulerId', 'expires', 'sealed'],
  check: (row, { seen }) => {
    seen.add('task_groups', row.taskGroupId)
    return []
  },
})

const accepted = backupTable('tasks', tasks, {
  key: ['taskId'],
  keep: [
    ...(['taskId', 'taskQueueId', 'taskGroupId', 'state', 'retriesLeft', 'scheduled', 'deadline', 'expires'] as const),
    ...(['runs', 'definition'] as const),
  ],
  json: { runs: isListOfObjects },
  check: (row, { seen }) => {
    seen.add('tasks', row.taskId)
    return seen.has('task_groups', row.taskGroupId)
      ? []
      : [wrong('taskGroupId', `there is no task group ${row.taskGroupId}`)]
  },
})

const dependencies = backupTable('task_dependencies', taskDependencies, {
  key: ['taskId', 'dependentTaskId'],
  keep: ['taskId', 'dependentTaskId', 'requires'],
  check: (row, { seen }) =>
    (['taskId', 'dependentTaskId'] as const)
      .filter((column) => !seen.has('tasks', row[column]))
      .map((column) => wrong(column, `there is no task ${row[column]}`)),
})

/** What the services of this server keep. */
export const queueTables = [schemas, queues, pools, groups, accepted, dependencies]
