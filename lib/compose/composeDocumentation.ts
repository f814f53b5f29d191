import type { JsonObject, JsonValue } from '@/lib/base/json'
import { samplePayload } from '@/lib/schema/samplePayload'
import type { Composition } from './composition'
import { defineLater } from './defineLater'
import { documentWorkerType } from './documentation'
import type { ResolvedDesign } from './resolvedDesign'

/** A composition with its documentation, which is written when it is first read: composing alone must stay quick. */
export function composeDocumentation(composition: Composition, resolved: ResolvedDesign): Composition {
  defineLater(composition, 'documentation', () =>
    documentWorkerType({
      ...pick(composition),
      description: resolved.design.description,
      strict: resolved.design.strict,
      worker: resolved.worker.entry,
      engine: resolved.engine.entry,
      plugins: resolved.plugins.map((plugin) => plugin.entry),
      examples: composition.effectiveSchema ? examples(composition.effectiveSchema) : [],
    }),
  )
  return composition
}

// Spreading the composition would read the documentation itself.
function pick(composition: Composition) {
  const { provisionerId, workerType, payloadForms, restrictions, provenance, scopes, matrix, effectiveSchema } =
    composition
  return { provisionerId, workerType, payloadForms, restrictions, provenance, scopes, matrix, effectiveSchema }
}

function examples(schema: JsonObject): JsonValue[] {
  const found = (['minimal', 'typical'] as const).map((size) => samplePayload(schema, { size }))
  const distinct = new Map(found.filter((value) => value !== undefined).map((value) => [JSON.stringify(value), value]))
  return [...distinct.values()]
}
