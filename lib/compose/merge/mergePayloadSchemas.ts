import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { EngineEntry } from '@/lib/catalog/entry/entry'
import { renderTemplate } from '@/lib/catalog/template/renderTemplate'
import type { Conflict } from '@/lib/compose/composition'
import { demandUsable } from '@/lib/compose/resolve/demandUsable'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/**
 * Merges as taskcluster-worker does: properties side by side, `required` in the order met, closed, without title. A property that two parts
 * declare is a conflict, whatever their schemas say. `overriding` comes last and replaces a property of its name in silence.
 */
export function mergePayloadSchemas(parts: PayloadPart[], overriding: PayloadPart): MergedPayload {
  const properties = new Map<string, JsonValue>()
  const owners = new Map<string, string[]>()
  const required = new Set<JsonValue>()
  for (const { component, schema } of parts) {
    for (const [name, property] of Object.entries(propertiesOf(schema))) {
      const owner = owners.get(name)
      if (owner) owner.push(component)
      else owners.set(name, [component])
      properties.set(name, property)
    }
    if (Array.isArray(schema.required)) for (const name of schema.required) required.add(name)
  }
  const conflicts = [...owners]
    .filter(([, components]) => components.length > 1)
    .map(([property, components]) => ({ property, components }))
    .sort((a, b) => (a.property < b.property ? -1 : 1))
  for (const [name, property] of Object.entries(propertiesOf(overriding.schema))) {
    properties.set(name, property)
    owners.set(name, [overriding.component])
  }
  const names = [...properties.keys()].sort()
  return {
    schema: {
      additionalProperties: false,
      ...(names.length > 0 ? { properties: fromNames(names, (name) => properties.get(name) ?? {}) } : {}),
      ...(required.size > 0 ? { required: [...required] } : {}),
      type: 'object',
    },
    provenance: fromNames(names, (name) => owners.get(name)?.[0] ?? ''),
    conflicts,
  }
}

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

/** What one component adds to the payload. */
export interface PayloadPart {
  /** `engine native`, `plugin cache` */
  component: string
  schema: JsonObject
}

/** One closed payload schema out of the parts of engine and plugins. */
interface MergedPayload {
  schema: JsonObject
  /** property -> component that declares it */
  provenance: Record<string, string>
  conflicts: Conflict[]
}

function propertiesOf(schema: JsonObject): JsonObject {
  return isJsonObject(schema.properties) ? schema.properties : {}
}

// defineProperty, since a script engine may declare a property called __proto__.
function fromNames<T>(names: string[], value: (name: string) => T): Record<string, T> {
  const result: Record<string, T> = {}
  for (const name of names) {
    Object.defineProperty(result, name, { value: value(name), enumerable: true, configurable: true, writable: true })
  }
  return result
}

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
