import type { JsonObject, JsonValue } from '@/lib/base/json'

/** What an example of a task is made of. */
export interface ExampleTask {
  taskQueueId: string
  name: string
  description: string
  payload: JsonValue
  scopes?: string[]
}

/**
 * A complete task definition. The times are JSON-e, as in hooks and `.taskcluster.yml`: `$fromNow` stands for a time counted from when
 * the task is made, so the example never grows old.
 */
export function exampleTask(example: ExampleTask): JsonObject {
  const { taskQueueId, name, description, payload, scopes = [] } = example
  return {
    taskQueueId,
    created: { $fromNow: '' },
    deadline: { $fromNow: '1 day' },
    metadata: { name, description, owner: 'nobody@example.com', source: 'https://example.com/' },
    ...(scopes.length === 0 ? {} : { scopes }),
    payload,
  }
}
