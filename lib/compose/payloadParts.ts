import { isJsonObject } from '../base/json'
import { renderTemplate } from '../catalog/renderTemplate'
import { demandUsable } from './demandUsable'
import { type MergedPayload, mergePayloadSchemas, type PayloadPart } from './mergePayloadSchemas'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Step 2 of composing: renders every component's part of the payload and merges them. */
export function payloadParts(resolved: ResolvedDesign): { merged: MergedPayload; engine: PayloadPart } {
  const engine = renderPart(resolved.engine, resolved)
  const plugins = resolved.plugins.map((plugin) => renderPart(plugin, resolved))
  return { engine, merged: mergePayloadSchemas([engine, ...plugins], renderPart(resolved.worker, resolved)) }
}

function renderPart(component: Component, resolved: ResolvedDesign): PayloadPart {
  const schema = renderTemplate(component.entry.payloadSchema, component.context, `${component.label}: payloadSchema`)
  demandUsable(component, resolved, schema, 'payloadSchema')
  return { component: component.label, schema: isJsonObject(schema) ? schema : {} }
}
