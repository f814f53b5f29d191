import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { mapSubschemas } from '@/lib/schema/document/mapSubschemas'
import { translateDraft4 } from '@/lib/schema/document/translateDraft4'

/**
 * The base schema in draft-06, with the meaning that it has for the program: properties that the engine declares in draft-04 are translated, what the
 * program's validator says of a format is said in words, and a property that it does not look at takes anything.
 */
export function toDraft6(base: JsonObject, provenance: Record<string, string>, resolved: ResolvedDesign): JsonObject {
  const { formats = {}, unchecked = [], merge } = resolved.worker.entry
  const spoken = Object.keys(formats).length === 0 ? base : withFormats(base, formats)
  if (merge === 'deep') return withoutIdentity(spoken)
  if (!isJsonObject(spoken.properties)) return spoken
  const properties = { ...spoken.properties }
  if (resolved.engine.entry.payloadDialect?.draft === 4) {
    for (const [name, property] of Object.entries(properties)) {
      if (provenance[name] !== resolved.engine.label) continue
      const at = `/properties/${escapePointer(name)}`
      if (isJsonObject(property)) properties[name] = translateDraft4(property, { at })
    }
  }
  for (const name of unchecked) {
    const property = properties[name]
    if (isJsonObject(property) && provenance[name] === resolved.worker.label) properties[name] = textsOf(property)
  }
  return { ...spoken, properties }
}

/** Adds to every schema with a format what the program says of it. */
function withFormats(schema: JsonObject, formats: Record<string, JsonObject>): JsonObject {
  const inner = mapSubschemas(schema, (subschema) =>
    isJsonObject(subschema) ? withFormats(subschema, formats) : subschema,
  )
  const { format } = schema
  const said = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined
  if (said === undefined) return inner
  const isFree = Object.keys(said).every((keyword) => !Object.hasOwn(inner, keyword))
  const parts = Array.isArray(inner.allOf) ? inner.allOf : []
  return isFree ? { ...inner, ...said } : { ...inner, allOf: [...parts, said] }
}

/** What is left of a schema that takes anything. */
function textsOf({ title, description }: JsonObject): JsonObject {
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) }
}

/** The program's own name of its schema, which a narrowed one must not bear, and a meta-schema that only its deployment knows. */
function withoutIdentity({ $id: _, $schema: __, ...schema }: JsonObject): JsonObject {
  return schema
}
