import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry/entry'
import { overlayPaths } from '@/lib/compose/narrow/limitNarrowings'
import { hasPlace } from '@/lib/schema/document/hasPlace'

/** Places in the payload that an entry speaks of and that none of its payload schemas has. `schemas` are those of all its configurations. */
export function missingPlaces(entry: EngineEntry | PluginEntry, schemas: readonly JsonObject[]): Problem[] {
  const found: Problem[] = []
  const demand = (pointer: string | undefined, path: string) => {
    if (pointer === undefined || schemas.some((schema) => hasPlace(schema, pointerSegments(pointer)))) return
    found.push({
      code: 'place-missing',
      severity: 'error',
      message: `The payload schema has no place ${pointer}, under any configuration.`,
      path,
      component: `${entry.kind} ${entry.name}`,
      help: 'Add it to payloadSchema, or correct the pointer.',
    })
  }
  for (const [i, feature] of (entry.taskFeatures ?? []).entries()) {
    const at = `taskFeatures[${i}]`
    demand(feature.requestedBy.path, `${at}.requestedBy.path`)
    for (const [c, call] of (feature.calls ?? []).entries()) {
      for (const [name, sources] of Object.entries(call.arguments ?? {})) {
        for (const [s, source] of sources.entries()) {
          const place = `${at}.calls[${c}].arguments.${name}[${s}]`
          if ('valueAt' in source) demand(source.valueAt, `${place}.valueAt`)
          if ('keysOf' in source) demand(source.keysOf, `${place}.keysOf`)
        }
      }
    }
  }
  for (const [i, { overlay }] of (entry.limits ?? []).entries()) {
    for (const place of isJsonObject(overlay) ? overlayPaths(overlay) : []) {
      // what a template decides has its place only under some configurations
      if (!place.includes('/$')) demand(place === '' ? undefined : place, `limits[${i}].overlay`)
    }
  }
  for (const [i, check] of (entry.checks ?? []).entries()) demand(check.at, `checks[${i}].at`)
  return found
}
