import { isJsonObject } from '@/lib/base/json'
import { renderTemplate } from '@/lib/catalog/renderTemplate'
import { demandUsable } from './demandUsable'
import { mergeDeep } from './mergeDeep'
import { type MergedPayload, mergePayloadSchemas, type PayloadPart } from './mergePayloadSchemas'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Step 2 of composing: renders every component's part of the payload and merges them. */
export function payloadParts(resolved: ResolvedDesign): { merged: MergedPayload; engine: PayloadPart } {
  const engine = renderPart(resolved.engine, resolved)
  const worker = renderPart(resolved.worker, resolved)
  const { merge, payloadParts } = resolved.worker.entry
  const builtIn = payloadParts === 'all' ? [...resolved.plugins, ...resolved.absent] : resolved.plugins
  const plugins = builtIn
    .toSorted((a, b) => (a.entry.name < b.entry.name ? -1 : 1))
    .map((plugin) => renderPart(plugin, resolved))
  const merged =
    merge === 'deep'
      ? mergeDeep([worker, engine, ...plugins], resolved.engine.entry.payloadForms)
      : mergePayloadSchemas([engine, ...plugins], worker)
  return { engine, merged }
}

function renderPart(component: Component, resolved: ResolvedDesign): PayloadPart {
  const schema = renderTemplate(component.entry.payloadSchema, component.context, `${component.label}: payloadSchema`)
  demandUsable(component, resolved, schema, 'payloadSchema')
  return { component: component.label, schema: isJsonObject(schema) ? schema : {} }
}
