import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** What stands beside the payload in a task definition. */
export const besidePayload = [
  'metadata',
  'scopes',
  'created',
  'deadline',
  'expires',
  'dependencies',
  'taskQueueId',
  'provisionerId',
  'workerType',
  'schedulerId',
  'taskGroupId',
]

const slugId = /^[\w-]{22}$/

/** Documents of Taskcluster around a task, by what tells each from a payload. The first that fits is said. */
const likenesses: { is: string; fits(value: JsonObject): boolean }[] = [
  {
    is: 'a .taskcluster.yml, whose templates have no values yet',
    fits: ({ version, tasks }) => version !== undefined && typeof tasks === 'object',
  },
  { is: 'a JSON-e template, which has no values yet', fits: (value) => Object.keys(value).some(isOperator) },
  { is: 'a hook without a task', fits: ({ hookId }) => typeof hookId === 'string' },
  { is: 'a worker pool', fits: ({ workerPoolId }) => typeof workerPoolId === 'string' },
  { is: 'the status of a task', fits: ({ status }) => isJsonObject(status) && typeof status.taskId === 'string' },
  { is: 'a list of tasks in another shape', fits: ({ tasks, hooks }) => isObjects(tasks) || isObjects(hooks) },
  { is: 'a task without a payload', fits: (value) => isJsonObject(value.task) || isDefinition(value) },
  {
    is: 'a design, or the configuration of a worker',
    fits: ({ provisionerId, workerType, rootURL, config }) =>
      (isText(provisionerId) && isText(workerType)) || isText(rootURL) || isJsonObject(config),
  },
  { is: 'a map from labels to tasks', fits: (value) => Object.values(value).every(isTaskId) },
  { is: 'a task graph in another shape', fits: (value) => isObjects(Object.values(value)) && nodes(value) },
]

/**
 * What a document without a payload is, where it is no payload of the worker type either: it has none of the properties that its schema
 * declares, and looks like something else. undefined where it may be a payload.
 */
export function foreignDocument(value: JsonValue, declared: ReadonlySet<string>): string | undefined {
  if (!isJsonObject(value)) return undefined
  const names = Object.keys(value)
  if (names.length === 0 || names.some((name) => declared.has(name))) return undefined
  return likenesses.find(({ fits }) => fits(value))?.is
}

function isOperator(name: string): boolean {
  return ['$if', '$eval', '$map', '$let', '$match', '$switch', '$merge', '$flatten'].includes(name)
}

function isObjects(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isJsonObject)
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string'
}

function isDefinition(value: JsonObject): boolean {
  const [some, more] = besidePayload.filter((name) => Object.hasOwn(value, name))
  const dated = ['metadata', 'created', 'deadline'].some((name) => Object.hasOwn(value, name))
  return dated && some !== undefined && more !== undefined
}

function isTaskId(value: JsonValue): boolean {
  return typeof value === 'string' && slugId.test(value)
}

function nodes(value: JsonObject): boolean {
  const words = ['label', 'task_id', 'attributes', 'kind', 'optimization', 'task']
  return Object.values(value).every(
    (member) => isJsonObject(member) && words.filter((word) => Object.hasOwn(member, word)).length > 1,
  )
}
