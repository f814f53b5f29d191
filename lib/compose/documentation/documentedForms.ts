import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { inlineDefinitions } from '@/lib/schema/inlineDefinitions'
import type { DocumentationInput } from './documentationInput'

/** One form of the payload, as the documentation tells of it. */
export interface DocumentedForm {
  /** undefined where the engine knows only one kind of payload */
  name: string | undefined
  title: string | undefined
  schema: JsonObject
}

/** The forms of payloads that the worker type takes; none where no task can run. */
export function documentedForms({ effectiveSchema, payloadForms, engine }: DocumentationInput): DocumentedForm[] {
  if (effectiveSchema === undefined) return []
  const readable = inlineDefinitions(effectiveSchema)
  const { oneOf } = readable
  const branches = payloadForms.length > 1 && Array.isArray(oneOf) ? oneOf : [readable]
  return branches.flatMap((schema, index) => {
    const name = payloadForms[index]
    const title = name === undefined ? undefined : engine.payloadForms?.[name]?.title
    return isJsonObject(schema) ? [{ name, title, schema }] : []
  })
}
