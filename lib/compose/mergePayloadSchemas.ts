import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Conflict } from './composition'

/** What one component adds to the payload. */
export interface PayloadPart {
  /** `engine native`, `plugin cache` */
  component: string
  schema: JsonObject
}

/** One closed payload schema out of the parts of engine and plugins. */
export interface MergedPayload {
  schema: JsonObject
  /** property -> component that declares it */
  provenance: Record<string, string>
  conflicts: Conflict[]
}

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
