import { canonicalJson } from '../../../base/canonicalJson'
import { isJsonObject, type JsonValue } from '../../../base/json'
import { mapSubschemas } from '../../mapSubschemas'
import { below, decidingPart, type SchemaSource, targetsWithin } from './schemaSource'

/** What is known of the schemas that references lead to, in several documents together. */
export interface ReferenceClasses {
  /** whether a target contains itself */
  isRecursive(source: SchemaSource, target: string): boolean
  /** whether a target comes back to itself without looking deeper into the value */
  isCircular(source: SchemaSource, target: string): boolean
  /** the same name for targets that say the same, also in different documents */
  nameOf(source: SchemaSource, target: string): string
}

/**
 * Targets that say the same get the same name, as states of an automaton are merged: all begin in one class, and a class is split for as
 * long as two of its members say different things, references being read as the class they lead to.
 */
export function createReferenceClasses(sources: readonly SchemaSource[]): ReferenceClasses {
  const edges = new Map<SchemaSource, Map<string, string[]>>()
  for (const source of sources) edges.set(source, reachable(source))
  const recursive = memo((source, target) => leadsTo(target, target, (from) => edges.get(source)?.get(from) ?? []))
  const circular = memo((source, target) => leadsTo(target, target, (from) => inPlaceOf(source, from)))
  let names: Map<SchemaSource, Map<string, string>> | undefined
  return {
    isRecursive: recursive,
    isCircular: circular,
    nameOf(source, target) {
      names ??= refine(sources, edges)
      return names.get(source)?.get(target) ?? target
    },
  }
}

/** The targets that the root reaches, and those that each of them reaches in one step. */
function reachable(source: SchemaSource): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const waiting = targetsWithin(source, '')
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    if (found.has(target)) continue
    const next = targetsWithin(source, target)
    found.set(target, next)
    waiting.push(...next)
  }
  return found
}

function leadsTo(start: string, goal: string, next: (from: string) => readonly string[]): boolean {
  const seen = new Set<string>()
  const waiting = [...next(start)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...next(at))
  }
  return false
}

function inPlaceOf(source: SchemaSource, pointer: string): string[] {
  const node = source.nodes.get(pointer)
  return node === undefined ? [] : [...node.inPlace, ...(node.target === undefined ? [] : [node.target])]
}

function refine(
  sources: readonly SchemaSource[],
  edges: ReadonlyMap<SchemaSource, ReadonlyMap<string, string[]>>,
): Map<SchemaSource, Map<string, string>> {
  let names = new Map(sources.map((source) => [source, new Map<string, string>()]))
  for (let classes = 0; ; ) {
    const found = new Map<string, string>()
    const refined = new Map(
      sources.map((source) => {
        const known = names.get(source)
        const named = [...(edges.get(source)?.keys() ?? [])].map((target): [string, string] => {
          const text = `${known?.get(target)} ${source.dialect} ${textOf(source, target, (to) => known?.get(to) ?? '')}`
          const name = found.get(text) ?? `class ${found.size}`
          found.set(text, name)
          return [target, name]
        })
        return [source, new Map(named)]
      }),
    )
    names = refined
    if (found.size === classes) return names
    classes = found.size
  }
}

function textOf(source: SchemaSource, pointer: string, nameOf: (target: string) => string): string {
  const reduce = (schema: JsonValue, at: string): JsonValue => {
    if (!isJsonObject(schema)) return schema
    const reduced = mapSubschemas(decidingPart(schema), (subschema, steps) => reduce(subschema, below(at, ...steps)))
    const target = source.nodes.get(at)?.target
    return target === undefined ? reduced : { ...reduced, $ref: nameOf(target) }
  }
  return canonicalJson(reduce(source.nodes.get(pointer)?.schema ?? true, pointer))
}

function memo(compute: (source: SchemaSource, target: string) => boolean): typeof compute {
  const known = new Map<SchemaSource, Map<string, boolean>>()
  return (source, target) => {
    const ofSource = known.get(source) ?? new Map<string, boolean>()
    known.set(source, ofSource)
    const found = ofSource.get(target) ?? compute(source, target)
    ofSource.set(target, found)
    return found
  }
}
