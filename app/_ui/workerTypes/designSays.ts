import 'server-only'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { composeText } from '@/app/_server/services/composeText'
import { services } from '@/app/_server/services/services'
import type { JsonObject } from '@/lib/base/json'
import { newestDraft } from '@/lib/registry/drafts'
import type { Version } from '@/lib/registry/versions/version'

/** What the design of a worker type would register today. */
export interface DesignSays {
  /** the design that is being worked on; undefined where it is that of the registered version */
  draftId: string | undefined
  /** undefined while the text is no design */
  description: string | undefined
  payloadSchema: JsonObject | undefined
}

/** The design of a worker type that was worked on last, or that of its registered version, composed today. */
export async function designSays(version: Version): Promise<DesignSays> {
  const { store } = await services()
  const draft = await newestDraft(store, version.taskQueueId)
  const { composition } = await composeText({
    document: draft?.document ?? version.designYaml,
    opened: await openCatalog(),
  })
  return {
    draftId: draft?.id,
    description: composition?.design.description,
    payloadSchema: composition?.effectiveSchema,
  }
}
