import type { JsonObject } from '@/lib/base/json'
import type { Renewal } from '@/lib/registry/renewal'
import type { RegistrationOutcome, Version } from '@/lib/registry/version'
import { declarationBody } from './declarationBody'

/** The body of declareWorkerType that renews a version: all that it says, or the expiry alone, which leaves what the Queue has as it is. */
export function renewalBody(
  version: Version,
  { whole, expires }: Pick<Renewal, 'whole' | 'expires'>,
  outcome: RegistrationOutcome,
): JsonObject {
  return whole ? declarationBody({ ...version, expires }, outcome) : { expires: expires.toJSON() }
}
