import type { JsonObject, JsonValue } from '../base/json'
import { sha256 } from '../base/sha256'
import type { Design } from '../compose/design'
import { everyHiddenPlace } from '../compose/hiddenPlaces'
import { parseDesign } from '../compose/parseDesign'
import { auditChanges } from './auditChanges'
import type { Draft } from './draft'

/** The places of a design that the audit does not repeat, as `hiddenPlaces` says them; without a catalog, every place that may hold a secret. */
export type HiddenPlaces = (design: Design) => readonly string[]

type DraftText = Pick<Draft, 'title' | 'document'>

/**
 * What the audit says of a draft before and after a change: the title, the SHA-256 of the text, and the changed places where both texts can be
 * read as designs. Nothing of an unreadable text is repeated, since nobody knows what in it is a secret.
 */
export function draftAudit(
  before: DraftText | undefined,
  after: DraftText | undefined,
  hidden: HiddenPlaces = () => everyHiddenPlace,
): JsonObject {
  const designs = [before, after].map((draft) => (draft === undefined ? undefined : readDesign(draft.document)))
  const readable = designs.every((design) => design !== undefined)
  const places = readable ? designs.flatMap((design) => hidden(design)) : []
  const [old = null, current = null] = designs.map((design): JsonValue => (design === undefined ? null : { ...design }))
  return {
    before: before === undefined ? null : stateOf(before),
    after: after === undefined ? null : stateOf(after),
    ...(readable ? auditChanges(old, current, places) : {}),
  }
}

function stateOf({ title, document }: DraftText): JsonObject {
  return { title, sha256: sha256(document) }
}

function readDesign(document: string): Design | undefined {
  const parsed = parseDesign(document)
  return parsed.ok ? parsed.value.design : undefined
}
