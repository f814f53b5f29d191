import { isJsonObject } from '../base/json'
import { renderTemplate } from '../catalog/renderTemplate'
import { type MergedPayload, mergePayloadSchemas, type PayloadPart } from './mergePayloadSchemas'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Step 2 of composing: renders every component's part of the payload and merges them. */
export function payloadParts(resolved: ResolvedDesign): { merged: MergedPayload; engine: PayloadPart } {
  const engine = renderPart(resolved.engine)
  const plugins = resolved.plugins.map(renderPart)
  return { engine, merged: mergePayloadSchemas([engine, ...plugins], renderPart(resolved.worker)) }
}

function renderPart(component: Component): PayloadPart {
  const schema = renderTemplate(component.entry.payloadSchema, component.context, `${component.label}: payloadSchema`)
  return { component: component.label, schema: isJsonObject(schema) ? schema : {} }
}
