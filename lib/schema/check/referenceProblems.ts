import { isJsonObject } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { readSchemaDocument, SchemaNode } from '@/lib/schema/document/schemaDocument'
import { shortJson } from '@/lib/schema/words'

/** What is wrong with the references of a document: they lead elsewhere, nowhere, or round in a circle. */
export function referenceProblems({ nodes, remote, unresolved }: ReturnType<typeof readSchemaDocument>): Problem[] {
  return [
    ...remote.map((node) =>
      problem(
        node,
        'remote-ref',
        `refers to ${referenceOf(node)}, which is another document and is never fetched`,
        'Copy what it refers to into `definitions` and refer to that.',
      ),
    ),
    ...unresolved.map((node) =>
      problem(
        node,
        'unresolved-ref',
        `refers to ${referenceOf(node)}, where there is no schema`,
        'Correct the reference.',
      ),
    ),
    ...findCircles(nodes).map((node) =>
      problem(node, 'circular-ref', 'comes back to itself without looking deeper into the value', 'Break the circle.'),
    ),
  ]
}

/** Schemas from which references lead back to the same schema for the same value: judging by them would never end. */
function findCircles(nodes: ReadonlyMap<string, SchemaNode>): SchemaNode[] {
  const done = new Set<string>()
  const open = new Set<string>()
  const circles: SchemaNode[] = []
  const follow = (pointer: string): void => {
    const node = nodes.get(pointer)
    if (node === undefined || done.has(pointer)) return
    if (open.has(pointer)) {
      circles.push(node)
      return
    }
    open.add(pointer)
    for (const next of node.inPlace) follow(next)
    if (node.target !== undefined) follow(node.target)
    open.delete(pointer)
    done.add(pointer)
  }
  for (const pointer of nodes.keys()) follow(pointer)
  return circles
}

function referenceOf({ schema }: SchemaNode): string {
  return shortJson(isJsonObject(schema) ? (schema.$ref ?? null) : null)
}

function problem({ schema, segments }: SchemaNode, code: string, message: string, help: string): Problem {
  const place = dottedPath(segments)
  const path = isJsonObject(schema) && '$ref' in schema ? appendPath(place, '$ref') : place
  return { code, severity: 'error', message, path, help }
}

/** Steps in the notation of problems: `allOf[0].minLength`. */
export function dottedPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(appendPath, '')
}
