import type { JsonObject } from '@/lib/base/json'

/** A definition as small as can be, for `proj/native-1`, created now and due in an hour. */
export function exampleDefinition(now: Date, change: Record<string, unknown> = {}): JsonObject {
  const usual = {
    taskQueueId: 'proj/native-1',
    created: now.toJSON(),
    deadline: new Date(now.getTime() + 60 * 60_000).toJSON(),
    payload: { command: ['true'] },
    metadata: { name: 'a', description: '', owner: 'me', source: 'https://example.com/x' },
  }
  return JSON.parse(JSON.stringify({ ...usual, ...change }))
}
