import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import { mapSubschemas } from './mapSubschemas'
import type { SchemaNode } from './schemaDocument'

/** What a reference leads to, and where that is in the original document. */
export interface Target {
  schema: JsonValue
  pointer: string
}

/** A schema reduced to what decides, with every reference of the form `#/definitions/<name>`. */
export interface PreparedSchema {
  root: JsonValue
  /** what the references lead to, by name */
  targets: ReadonlyMap<string, Target>
}

const deciding = new Set([
  ...['type', 'enum', 'const', 'format', 'pattern', 'minLength', 'maxLength', 'multipleOf', 'floatQuotient'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required', 'dependencies'],
  ...['minProperties', 'maxProperties', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  // annotations that make good words and good examples
  ...['title', 'examples', 'default'],
])

/** The reduced form of a document whose references all resolve. */
export function prepareSchema(nodes: ReadonlyMap<string, SchemaNode>): PreparedSchema {
  const names = new Map<string, string>()
  const nameOf = (target: string): string => {
    const name = names.get(target) ?? `r${names.size}`
    names.set(target, name)
    return name
  }

  const reduce = (schema: JsonValue, pointer: string): JsonValue => {
    if (!isJsonObject(schema)) return schema
    const target = nodes.get(pointer)?.target
    const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => deciding.has(keyword)))
    const reduced = mapSubschemas(kept, (subschema, steps) => {
      const step = steps.map((segment) => `/${escapePointer(String(segment))}`).join('')
      return reduce(subschema, pointer + step)
    })
    return target === undefined ? reduced : { $ref: `#/definitions/${nameOf(target)}`, ...reduced }
  }

  const root = reduce(nodes.get('')?.schema ?? true, '')
  const targets = new Map<string, Target>()
  // Reducing a target may name further ones; a Map hands those out too while it is walked.
  for (const [pointer, name] of names)
    targets.set(name, { schema: reduce(nodes.get(pointer)?.schema ?? true, pointer), pointer })
  return { root, targets }
}

/** The name of the target that a prepared schema refers to. */
export function targetName(schema: JsonObject): string | undefined {
  const reference = getOwn(schema, '$ref')
  return typeof reference === 'string' ? pointerSegments(reference.slice(1)).at(-1) : undefined
}
