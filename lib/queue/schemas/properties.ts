import type { JsonObject } from '@/lib/base/json'
import { parameterPatterns, workerTypePattern } from '@/lib/queue/api/parameters'

/** Pieces that several published schemas share. */
export const dateTime: JsonObject = { type: 'string', format: 'date-time' }

export const provisionerId: JsonObject = {
  title: 'Provisioner',
  type: 'string',
  minLength: 1,
  maxLength: 38,
  pattern: parameterPatterns.provisionerId.source,
}

export const workerType: JsonObject = {
  title: 'Worker type',
  type: 'string',
  minLength: 1,
  maxLength: 38,
  pattern: workerTypePattern.source,
}

export const taskQueueId: JsonObject = {
  title: 'Task queue',
  description: 'Provisioner and worker type, with a slash between them',
  type: 'string',
  pattern: parameterPatterns.taskQueueId.source,
}

export const workerPoolId: JsonObject = {
  title: 'Worker pool',
  description: 'Provisioner and worker type, with a slash between them',
  type: 'string',
  pattern: parameterPatterns.workerPoolId.source,
}

export const slugId: JsonObject = { type: 'string', pattern: parameterPatterns.taskId.source }

export const schedulerId: JsonObject = {
  title: 'Scheduler',
  type: 'string',
  minLength: 1,
  maxLength: 38,
  pattern: '^([a-zA-Z0-9-_]*)$',
}

export const projectId: JsonObject = {
  title: 'Project',
  type: 'string',
  minLength: 1,
  maxLength: 500,
  pattern: '^([a-zA-Z0-9._/-]*)$',
}

export const continuationToken: JsonObject = { title: 'Where the next page begins', type: 'string' }

export const priorities = ['highest', 'very-high', 'high', 'medium', 'low', 'very-low', 'lowest'] as const

export const stabilities = ['experimental', 'stable', 'deprecated'] as const

/** An object that has all of these properties and no others. */
export function closedObject(title: string, properties: JsonObject, optional: string[] = []): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { title, type: 'object', properties, required, additionalProperties: false }
}
