import { equalJson } from '@/lib/base/equalJson'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { EngineEntry } from '@/lib/catalog/entry'
import type { MergedPayload, PayloadPart } from './mergePayloadSchemas'

/**
 * Merges parts of the form `{forms: {<form>: schema}, definitions, …}` as a program does that was built with all of them: objects that several
 * speak of meet in depth, and what two say differently of one place is a conflict. Several forms become the branches of a `oneOf`, in
 * the order of `forms`; a single one is the schema itself. Parts of other forms are left out. Places of the first form are named as they
 * are, `features.liveLog`, those of others with the form before them, `docker-worker:image`.
 */
export function mergeDeep(parts: PayloadPart[], forms: EngineEntry['payloadForms'] = {}): MergedPayload {
  const names = Object.keys(forms)
  const provenance: Record<string, string> = {}
  const disputes = new Map<string, Set<string>>()
  const branches = new Map<string, JsonObject>(names.map((name) => [name, {}]))
  let around: JsonObject = {}
  for (const { component, schema } of parts) {
    const { forms: own, ...rest } = schema
    const dispute = (place: string) => {
      const first = provenance[place] ?? parts[0]?.component ?? ''
      disputes.set(place, (disputes.get(place) ?? new Set([first])).add(component))
    }
    around = mergeSchemas(around, rest, '', dispute)
    for (const [name, part] of Object.entries(isJsonObject(own) ? own : {})) {
      const branch = branches.get(name)
      if (branch === undefined || !isJsonObject(part)) continue
      const prefix = name === names[0] ? '' : `${name}:`
      branches.set(
        name,
        mergeSchemas(branch, part, '', (place) => dispute(`${prefix}${place}`)),
      )
      for (const place of propertyPlaces(part, '')) provenance[`${prefix}${place}`] ??= component
    }
  }
  const merged = [...branches.values()]
  return {
    schema: merged.length > 1 ? { ...around, oneOf: merged } : { ...around, ...merged[0] },
    provenance,
    conflicts: [...disputes].map(([property, components]) => ({ property, components: [...components] })),
  }
}

/** Merges two schemas of one place; `dispute` hears of a keyword that they give different values. */
function mergeSchemas(base: JsonObject, part: JsonObject, place: string, dispute: (place: string) => void): JsonObject {
  const result: JsonObject = { ...base }
  for (const [keyword, value] of Object.entries(part)) {
    const present = base[keyword]
    if (present === undefined) result[keyword] = value
    else if (isMap(keyword) && isJsonObject(present) && isJsonObject(value)) {
      result[keyword] = mergeMembers(present, value, place, dispute)
    } else if (keyword === 'required' && Array.isArray(present) && Array.isArray(value)) {
      result[keyword] = [...present, ...value.filter((name) => !present.includes(name))]
    } else if (!equalJson(present, value)) dispute(place)
  }
  return result
}

function mergeMembers(base: JsonObject, part: JsonObject, place: string, dispute: (place: string) => void): JsonObject {
  const result: JsonObject = { ...base }
  for (const [name, schema] of Object.entries(part)) {
    const inner = appendPath(place, name)
    const present: JsonValue | undefined = Object.hasOwn(base, name) ? base[name] : undefined
    if (present === undefined) result[name] = schema
    else if (isJsonObject(present) && isJsonObject(schema)) result[name] = mergeSchemas(present, schema, inner, dispute)
    else if (!equalJson(present, schema)) dispute(inner)
  }
  return result
}

function isMap(keyword: string): boolean {
  return keyword === 'properties' || keyword === 'definitions'
}

function propertyPlaces({ properties }: JsonObject, place: string): string[] {
  if (!isJsonObject(properties)) return []
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = appendPath(place, name)
    return [inner, ...(isJsonObject(schema) ? propertyPlaces(schema, inner) : [])]
  })
}
