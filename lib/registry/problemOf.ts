import type { JsonObject } from '@/lib/base/json'

/** Why something was refused, as the recorded answer says it, for the audit; nothing where it was not. */
export function problemOf(answer: JsonObject | null): JsonObject {
  return typeof answer?.problem === 'string' ? { why: answer.problem } : {}
}
