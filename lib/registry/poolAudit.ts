import { canonicalJson } from '@/lib/base/canonicalJson'
import type { JsonObject } from '@/lib/base/json'
import { sha256 } from '@/lib/base/sha256'
import { auditChanges } from '@/lib/compose/auditChanges'

/** What the audit says of the definition of a worker pool before and after a change: its SHA-256, and the changed places. */
export function poolAudit(before: JsonObject | null, after: JsonObject | null): JsonObject {
  const state = (definition: JsonObject | null) =>
    definition === null ? null : { sha256: sha256(canonicalJson(definition)) }
  return { before: state(before), after: state(after), ...auditChanges(before ?? {}, after ?? {}) }
}
