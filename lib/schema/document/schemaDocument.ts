import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import { mapSubschemas } from './mapSubschemas'

/** The steps of a JSON pointer into a value: items of arrays by number. */
export function pointerSteps(value: JsonValue, pointer: string): (string | number)[] {
  let current: JsonValue | undefined = value
  return pointerSegments(pointer).map((segment) => {
    if (Array.isArray(current)) {
      current = current[Number(segment)]
      return Number(segment)
    }
    current = isJsonObject(current) ? getOwn(current, segment) : undefined
    return segment
  })
}

/** A schema inside a document, by its place. */
export interface SchemaNode {
  /** JSON pointer into the document */
  pointer: string
  segments: (string | number)[]
  schema: JsonValue
  /** what relative references resolve against */
  base: string
  /** pointers of the subschemas that look at the same value: `allOf`, `not`, … */
  inPlace: string[]
  /** pointer that `$ref` leads to, once resolved */
  target?: string
  /** stands where no schema is expected, and is one for references alone */
  outlying?: true
}

const documentBase = 'schema://document/'
const sameValue = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependencies'])

/** A schema as a dialect reads it: without the keywords that it does not know. */
type SchemaView = (schema: JsonObject) => JsonObject

/**
 * Every schema of a document, with its references resolved inside the document. `unresolved` are references to places that
 * are not there, `remote` those that lead to another document; neither is ever fetched.
 */
export function readSchemaDocument(
  document: JsonObject,
  view: SchemaView = (schema) => schema,
): {
  nodes: Map<string, SchemaNode>
  unresolved: SchemaNode[]
  remote: SchemaNode[]
} {
  const nodes = new Map<string, SchemaNode>()
  const ids = new Map<string, string>([[documentBase, '']])
  const waiting: SchemaNode[] = []

  const visit = (schema: JsonValue, segments: (string | number)[], outerBase: string): void => {
    const pointer = segments.map((segment) => `/${escapePointer(String(segment))}`).join('')
    if (nodes.has(pointer)) return
    const node: SchemaNode = { pointer, segments, schema, base: outerBase, inPlace: [] }
    nodes.set(pointer, node)
    if (!isJsonObject(schema)) return
    const seen = view(schema)
    const id = getOwn(seen, '$id')
    if (typeof id === 'string') node.base = register(id, pointer, outerBase)
    if (typeof getOwn(seen, '$ref') === 'string') waiting.push(node)
    mapSubschemas(seen, (subschema, steps) => {
      visit(subschema, [...segments, ...steps], node.base)
      const step = steps.map((segment) => `/${escapePointer(String(segment))}`).join('')
      if (sameValue.has(String(steps[0]))) node.inPlace.push(pointer + step)
      return subschema
    })
  }

  const register = (id: string, pointer: string, outerBase: string): string => {
    const absolute = resolveUri(id, outerBase)
    if (absolute === undefined) return outerBase
    const [address = '', fragment = ''] = absolute.split('#', 2)
    ids.set(fragment === '' ? address : absolute, pointer)
    return fragment === '' ? address : outerBase
  }

  visit(document, [], documentBase)
  const unresolved: SchemaNode[] = []
  const remote: SchemaNode[] = []
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const reference = isJsonObject(node.schema) ? String(node.schema.$ref) : ''
    const place = findPlace(reference, node.base, ids)
    if (place === 'remote') {
      remote.push(node)
      continue
    }
    const target = place === undefined ? undefined : followPointer(document, place)
    if (place === undefined || (typeof target !== 'boolean' && !isJsonObject(target))) {
      unresolved.push(node)
      continue
    }
    node.target = place
    if (nodes.has(place)) continue
    visit(target, pointerSteps(document, place), node.base)
    const found = nodes.get(place)
    if (found !== undefined) found.outlying = true
  }
  return { nodes, unresolved, remote }
}

function findPlace(reference: string, base: string, ids: Map<string, string>): string | 'remote' | undefined {
  const absolute = resolveUri(reference, base)
  if (absolute === undefined) return undefined
  const named = ids.get(absolute)
  if (named !== undefined) return named
  const [address = '', fragment = ''] = absolute.split('#', 2)
  const root = ids.get(address)
  if (root === undefined) return 'remote'
  if (fragment !== '' && !fragment.startsWith('/')) return undefined
  const pointer = decodeFragment(fragment)
  return pointer === undefined ? undefined : root + pointer
}

function followPointer(document: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const segment of pointerSegments(pointer)) {
    if (Array.isArray(value)) value = /^(?:0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined
    else value = isJsonObject(value) ? getOwn(value, segment) : undefined
  }
  return value
}

function resolveUri(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href.replace(/#$/, '') : undefined
}

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
