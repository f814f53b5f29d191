import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { type TaskFacts, taskFacts } from '@/lib/lifecycle/taskFacts'
import { besidePayload, foreignDocument } from './foreignDocument'
import type { PreviewTask } from './taskVerdict'

/** The parts of a task that a worker looks at. */
export interface TaskParts {
  name: string
  payload: JsonValue
  /** undefined where only a payload was given, so nobody knows */
  scopes: string[] | undefined
  /** what else the definition says; nothing where only a payload was given */
  facts: TaskFacts
  /** a sentence on what was given, where that is neither a task nor a payload; `payload` is the whole of it */
  foreign?: string
}

/**
 * Takes a task apart. An object with a `payload` is a task definition (also inside `task`, as the Queue, hooks and task graphs have it);
 * anything else is a bare payload, or foreign. `declared` has the payload properties of the worker type itself, one of which may be `payload`.
 */
export function taskParts(task: PreviewTask, declared: ReadonlySet<string>): TaskParts {
  const definition = definitionOf(task.value, declared)
  if (definition === undefined) {
    const likeness = foreignDocument(task.value, declared)
    const payload = { payload: task.value, scopes: undefined, facts: {} }
    if (likeness === undefined) return { name: `payload ${task.index + 1}`, ...payload }
    const foreign = `This is neither a task nor a payload of this worker type: it looks like ${likeness}.`
    return { name: `no task ${task.index + 1}`, ...payload, foreign }
  }
  const { metadata, taskId, scopes } = definition
  const name = isJsonObject(metadata) && typeof metadata.name === 'string' ? metadata.name : undefined
  return {
    name: name ?? labelOf(task.value) ?? (typeof taskId === 'string' ? taskId : `task ${task.index + 1}`),
    payload: definition.payload ?? null,
    scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
    facts: taskFacts(definition),
  }
}

function definitionOf(value: JsonValue, declared: ReadonlySet<string>): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined
  if (isJsonObject(value.task) && Object.hasOwn(value.task, 'payload') && !declared.has('task')) return value.task
  if (!Object.hasOwn(value, 'payload')) return undefined
  const certain = !declared.has('payload') || besidePayload.some((name) => Object.hasOwn(value, name))
  return certain ? value : undefined
}

function labelOf(value: JsonValue): string | undefined {
  return isJsonObject(value) && typeof value.label === 'string' ? value.label : undefined
}

/** Names of the properties that a payload schema declares for the payload itself, in all of its forms. References are not followed. */
export function declaredNames(schema: JsonObject): ReadonlySet<string> {
  const names = new Set<string>()
  const look = (at: JsonValue | undefined): void => {
    if (!isJsonObject(at)) return
    if (isJsonObject(at.properties)) for (const name of Object.keys(at.properties)) names.add(name)
    for (const forms of [at.allOf, at.anyOf, at.oneOf]) if (Array.isArray(forms)) forms.forEach(look)
  }
  look(schema)
  return names
}
