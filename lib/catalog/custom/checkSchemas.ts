import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pathSegments } from '@/lib/base/path'
import { sentence } from '@/lib/base/texts'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import { checkDraft4Schema } from '@/lib/schema/check/checkDraft4Schema'
import { checkForeignSchema } from './checkForeignSchema'
import type { CustomEntry, Finding } from './customEntry'

/** Checks every schema of an entry that no template makes: of its configuration, of conditions, overlays, arguments and volumes. */
export function checkSchemas(entry: CustomEntry): Finding[] {
  const alone: [EntryPlace, JsonObject | undefined][] = [[['configSchema'], entry.configSchema]]
  const embedded: [EntryPlace, JsonObject | undefined][] = []
  for (const [i, feature] of (entry.taskFeatures ?? []).entries()) {
    const at = ['taskFeatures', i]
    embedded.push([[...at, 'requestedBy', 'when'], feature.requestedBy.when])
    embedded.push([[...at, 'scopesWhen'], feature.scopesWhen])
    embedded.push([[...at, 'otherwise'], feature.otherwise])
    for (const [c, call] of (feature.calls ?? []).entries()) embedded.push([[...at, 'calls', c, 'when'], call.when])
  }
  for (const [i, check] of (entry.checks ?? []).entries()) embedded.push([['checks', i, 'when'], check.when])
  for (const [i, check] of (entry.startChecks ?? []).entries()) alone.push([['startChecks', i, 'schema'], check.schema])
  if (entry.kind === 'engine') {
    embedded.push([['volumeSchema'], entry.volumeSchema])
    for (const [name, feature] of Object.entries(entry.features)) {
      for (const [argument, limit] of Object.entries(feature.arguments ?? {})) {
        embedded.push([['features', name, 'arguments', argument, 'schema'], limit.schema])
      }
    }
  }
  const check = (schemas: [EntryPlace, JsonObject | undefined][], options: { embedded: boolean }) =>
    schemas.flatMap(([place, schema]) => (schema === undefined ? [] : checkForeignSchema(schema, place, options)))
  return [...checkRoot(entry), ...check(alone, { embedded: false }), ...check(embedded, { embedded: true })]
}

/** A configuration is an object, member by member: forms are made from it. */
function checkRoot({ configSchema }: CustomEntry): Finding[] {
  if (configSchema.type === 'object' && isJsonObject(configSchema.properties ?? {})) return []
  return [{ place: ['configSchema'], message: 'A configuration is an object: `type: object`.' }]
}

const keywords = ['type', 'title', 'description', 'properties', 'required', 'additionalProperties']

/** What keeps the rendered payload part of a custom entry from being joined with others. Places are places in the part, below `place`. */
export function checkPayloadPart(entry: CustomEntry, part: JsonValue, place: EntryPlace): Finding[] {
  if (!isJsonObject(part)) return [{ place, message: 'The payload schema has to be an object.' }]
  if (Object.keys(part).length === 0) return []
  if (part.type !== 'object') {
    return [{ place, message: 'The payload schema has to be of `type: object`, or `{}` for nothing.' }]
  }
  const unused = Object.keys(part).filter((keyword) => !keywords.includes(keyword))
  const open = part.additionalProperties !== undefined && part.additionalProperties !== false
  const refused = [...unused, ...(open ? ['additionalProperties'] : [])]
  if (refused.length > 0) {
    return refused.map((keyword) => ({
      place: [...place, keyword],
      message: `The worker does not look at ${keyword} here; only properties and required count.`,
    }))
  }
  const isDraft4 = entry.kind === 'engine' && entry.payloadDialect?.draft === 4
  if (!isDraft4) return checkForeignSchema(part, place, { embedded: true })
  const { properties = {}, ...rest } = part
  if (!isJsonObject(properties)) return checkForeignSchema(part, place, { embedded: true })
  return [
    ...checkForeignSchema(rest, place, { embedded: true }),
    ...Object.entries(properties).flatMap(([name, property]) =>
      checkDraft4Schema(property).map(({ path, message, help }) => ({
        code: 'schema-invalid',
        place: [...place, 'properties', name, ...pathSegments(path)],
        message: sentence(message),
        ...(help === undefined ? {} : { help }),
      })),
    ),
  ]
}
