import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { EntryPlace } from '@/lib/catalog/entryDocument'
import { checkForeignSchema } from './checkForeignSchema'
import type { CustomEntry } from './customEntry'
import type { Finding } from './finding'

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
