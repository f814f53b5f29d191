import type { JsonObject } from '@/lib/base/json'
import type { RegistrationOutcome } from '@/lib/registry/version'

/** What this product declares of every worker type. */
export const declaredStability = 'experimental'

/** The body of declareWorkerType for a Queue: without the schema where it knows none. */
export function declarationBody(
  { description, expires, payloadSchema }: { description: string; expires: Date; payloadSchema: JsonObject },
  outcome: RegistrationOutcome,
): JsonObject {
  const declared = { description, expires: expires.toJSON(), stability: declaredStability }
  return outcome === 'enforced' ? { ...declared, payloadSchema } : declared
}
