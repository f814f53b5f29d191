import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/**
 * The tasks in a document that holds several: a task graph as taskgraph writes it (`task-graph.json`, label or task ID to task), the answer of
 * `queue.listTaskGroup` (`tasks`) or `hooks.listHooks` (`hooks`). Any other value is itself.
 */
export function unfoldTasks(value: JsonValue): JsonValue[] {
  if (!isJsonObject(value)) return [value]
  if (typeof value.taskGroupId === 'string' && isListOf(value.tasks, isAround)) return value.tasks
  if (isListOf(value.hooks, (hook) => typeof hook.hookId === 'string')) return value.hooks
  const members = Object.values(value)
  return isListOf(members, isNode) && members.some(isAround) ? members : [value]
}

/** What stands around a task in a graph beside `task`; no payload has members that all look so. */
const graphWords = ['label', 'task_id', 'attributes', 'dependencies', 'kind', 'optimization']

function isNode(value: JsonObject): boolean {
  return isJsonObject(value.task) && graphWords.some((word) => Object.hasOwn(value, word))
}

function isAround(value: JsonValue): boolean {
  return isJsonObject(value) && isJsonObject(value.task) && Object.hasOwn(value.task, 'payload')
}

function isListOf(value: JsonValue | undefined, fits: (item: JsonObject) => boolean): value is JsonObject[] {
  return Array.isArray(value) && value.every((item) => isJsonObject(item) && fits(item))
}
