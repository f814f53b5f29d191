import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

const SEPARABLE = ['properties', 'required']

/**
 * A closed object schema taken apart, so that a few of its properties can be replaced without copying the others. Parts are closed object
 * schemas of their own; what is true of a part is true of the whole, since a closed object's properties do not depend on each other.
 */
export class OpenedSchema {
  private rest: JsonObject = {}
  private properties = new Map<string, JsonValue>()
  private required = new Set<JsonValue>()
  private patterns: JsonObject = {}

  constructor(schema: JsonObject) {
    this.open(schema)
  }

  /** The part that an overlay speaks of: the properties that it names, or everything where it says more than that. */
  part(overlay: JsonObject): JsonObject {
    const separable = Object.keys(overlay).every((keyword) => SEPARABLE.includes(keyword))
    if (!separable || this.rest.additionalProperties !== false) return this.close()
    const named = isJsonObject(overlay.properties) ? Object.keys(overlay.properties) : []
    const demanded = Array.isArray(overlay.required) ? overlay.required.filter((name) => typeof name === 'string') : []
    const names = [...new Set([...named, ...demanded])]
    return this.assemble(
      names.filter((name) => this.properties.has(name)),
      names.filter((name) => this.required.has(name)),
    )
  }

  /** Puts a changed part in the place of what `part` gave. */
  replace(part: JsonObject, changed: JsonObject): void {
    for (const name of isJsonObject(part.properties) ? Object.keys(part.properties) : []) this.properties.delete(name)
    for (const name of Array.isArray(part.required) ? part.required : []) this.required.delete(name)
    // A part has all patterns.
    this.patterns = {}
    this.open(changed)
  }

  /** The whole schema. */
  close(): JsonObject {
    return this.assemble([...this.properties.keys()], [...this.required])
  }

  private open(schema: JsonObject): void {
    const { properties, required, patternProperties, ...rest } = schema
    this.rest = rest
    if (isJsonObject(properties))
      for (const [name, value] of Object.entries(properties)) this.properties.set(name, value)
    if (Array.isArray(required)) for (const name of required) this.required.add(name)
    if (isJsonObject(patternProperties)) this.patterns = { ...this.patterns, ...patternProperties }
  }

  private assemble(names: string[], required: JsonValue[]): JsonObject {
    const entries = names.map((name): [string, JsonValue] => [name, this.properties.get(name) ?? {}])
    return {
      ...this.rest,
      ...(entries.length > 0 ? { properties: Object.fromEntries(entries) } : {}),
      ...(Object.keys(this.patterns).length > 0 ? { patternProperties: this.patterns } : {}),
      ...(required.length > 0 ? { required } : {}),
    }
  }
}
