import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { type TaskFacts, taskFacts } from '../lifecycle/taskFacts'
import type { PreviewTask } from './previewTask'

/** The parts of a task that a worker looks at. */
export interface TaskParts {
  name: string
  payload: JsonValue
  /** undefined where only a payload was given, so nobody knows */
  scopes: string[] | undefined
  /** what else the definition says; nothing where only a payload was given */
  facts: TaskFacts
}

/**
 * Takes a task apart. An object with a `payload` is a task definition (also inside `task`, as the Queue lists them); anything else is a bare
 * payload. `ownPayload` says that the worker type itself has a payload property of that name.
 */
export function taskParts(task: PreviewTask, ownPayload: boolean): TaskParts {
  const definition = definitionOf(task.value, ownPayload)
  if (definition === undefined) {
    return { name: `payload ${task.index + 1}`, payload: task.value, scopes: undefined, facts: {} }
  }
  const { metadata, taskId, scopes } = definition
  const name = isJsonObject(metadata) && typeof metadata.name === 'string' ? metadata.name : undefined
  return {
    name: name ?? (typeof taskId === 'string' ? taskId : `task ${task.index + 1}`),
    payload: definition.payload ?? null,
    scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
    facts: taskFacts(definition),
  }
}

function definitionOf(value: JsonValue, ownPayload: boolean): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined
  if (isJsonObject(value.task) && Object.hasOwn(value.task, 'payload')) return value.task
  if (!Object.hasOwn(value, 'payload')) return undefined
  const more = ['metadata', 'scopes', 'created', 'deadline', 'taskQueueId', 'provisionerId', 'workerType']
  return ownPayload && !more.some((name) => Object.hasOwn(value, name)) ? undefined : value
}
