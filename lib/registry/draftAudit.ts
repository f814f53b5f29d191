import type { JsonObject } from '@/lib/base/json'
import { sha256 } from '@/lib/base/sha256'
import type { Draft } from './draft'

type DraftText = Pick<Draft, 'title' | 'document'>

/** What the audit says of a draft before and after a change: the title, and the SHA-256 of the text. */
export function draftAudit(before: DraftText | undefined, after: DraftText | undefined): JsonObject {
  return { before: stateOf(before), after: stateOf(after) }
}

function stateOf(draft: DraftText | undefined): JsonObject | null {
  return draft === undefined ? null : { title: draft.title, sha256: sha256(draft.document) }
}
