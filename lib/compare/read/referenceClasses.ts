import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { exactText } from '@/lib/compare/terms/term'
import { mapSubschemas } from '@/lib/schema/document/mapSubschemas'
import { below, decidingPart, type SchemaSource, targetsWithin } from './schemaSource'

/** What is known of the schemas that references lead to, in several documents together. */
export interface ReferenceClasses {
  /** whether a target contains itself */
  isRecursive(source: SchemaSource, target: string): boolean
  /** whether a target comes back to itself without looking deeper into the value */
  isCircular(source: SchemaSource, target: string): boolean
  /** the same name for targets that say the same, also in different documents */
  nameOf(source: SchemaSource, target: string): string
  /** whether a name is one of these classes; further documents behind the same ones do not change the names */
  has(name: string): boolean
}

/**
 * Targets that say the same get the same name, as states of an automaton are merged: all begin in one class, and a class is split for as
 * long as two of its members say different things, references being read as the class they lead to.
 */
export function createReferenceClasses(sources: readonly SchemaSource[]): ReferenceClasses {
  const recursive = memo((source, target) => leadsTo(target, target, (from) => reachable(source).get(from) ?? []))
  const circular = memo((source, target) => leadsTo(target, target, (from) => inPlaceOf(source, from)))
  let names: Map<SchemaSource, Map<string, string>> | undefined
  const all = once(() => {
    names ??= refine(sources)
    return new Set([...names.values()].flatMap((ofSource) => [...ofSource.values()]))
  })
  return {
    has: (name) => all().has(name),
    isRecursive: recursive,
    isCircular: circular,
    nameOf(source, target) {
      names ??= refine(sources)
      return names.get(source)?.get(target) ?? target
    },
  }
}

const reached = new WeakMap<SchemaSource, Map<string, string[]>>()

/** The targets that the root reaches, and those that each of them reaches in one step. */
function reachable(source: SchemaSource): Map<string, string[]> {
  const known = reached.get(source)
  if (known !== undefined) return known
  const found = new Map<string, string[]>()
  reached.set(source, found)
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

/** What a target says, apart from where its references lead, and these in the order of their places. */
interface Outline {
  source: SchemaSource
  target: string
  text: string
  references: string[]
}

const outlined = new WeakMap<SchemaSource, Outline[]>()

function outlinesOf(source: SchemaSource): Outline[] {
  const found = outlined.get(source) ?? [...reachable(source).keys()].map((target) => outlineOf(source, target))
  outlined.set(source, found)
  return found
}

function refine(sources: readonly SchemaSource[]): Map<SchemaSource, Map<string, string>> {
  const outlines = sources.flatMap(outlinesOf)
  let names = new Map(sources.map((source) => [source, new Map<string, string>()]))
  for (let classes = 0; ; ) {
    const found = new Map<string, string>()
    const refined = new Map(sources.map((source) => [source, new Map<string, string>()]))
    for (const { source, target, text, references } of outlines) {
      const known = names.get(source)
      const key = `${[target, ...references].map((at) => known?.get(at)).join()} ${text}`
      const name = found.get(key) ?? `class ${found.size}`
      found.set(key, name)
      refined.get(source)?.set(target, name)
    }
    names = refined
    if (found.size === classes) return names
    classes = found.size
  }
}

function outlineOf(source: SchemaSource, pointer: string): Outline {
  const references: [string, string][] = []
  const reduce = (schema: JsonValue, at: string): JsonValue => {
    if (!isJsonObject(schema)) return schema
    const reduced = mapSubschemas(decidingPart(schema), (subschema, steps) => reduce(subschema, below(at, ...steps)))
    const target = source.nodes.get(at)?.target
    if (target === undefined) return schema.$ref === undefined ? reduced : { ...reduced, $ref: addressOf(source, at) }
    references.push([at, target])
    return { ...reduced, $ref: '' }
  }
  const text = exactText(reduce(source.nodes.get(pointer)?.schema ?? true, pointer))
  references.sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    source,
    target: pointer,
    text: `${source.dialect} ${text}`,
    references: references.map(([, target]) => target),
  }
}

/** What tells a reference that leads nowhere in its document apart from the same text in another one. */
function addressOf(source: SchemaSource, pointer: string): JsonValue {
  const node = source.nodes.get(pointer)
  const reference = node !== undefined && isJsonObject(node.schema) ? (node.schema.$ref ?? null) : null
  return [reference, source.remote.has(pointer) ? (node?.base ?? null) : source.side]
}

function once<T>(compute: () => T): () => T {
  let found: { value: T } | undefined
  return () => {
    found ??= { value: compute() }
    return found.value
  }
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
