import type { JsonObject } from '@/lib/base/json'

/** The scopes that the Queue asks for before it takes a declaration: one for each property of the body. */
export function declarationScopes(taskQueueId: string, body: JsonObject): string[] {
  return Object.keys(body).map((property) => `queue:declare-worker-type:${taskQueueId}#${property}`)
}
