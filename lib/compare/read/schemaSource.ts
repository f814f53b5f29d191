import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import draft7 from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import draft4 from 'ajv-draft-04/dist/refs/json-schema-draft-04.json' with { type: 'json' }
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import { mapSubschemas } from '@/lib/schema/document/mapSubschemas'
import { readSchemaDocument, type SchemaNode } from '@/lib/schema/document/schemaDocument'
import { type Dialect, mayDecide } from './keywords'

/** A schema document as the comparison reads it. */
export interface SchemaSource {
  side: string
  root: JsonValue
  dialect: Dialect
  nodes: ReadonlyMap<string, SchemaNode>
  /** pointers of references that lead out of the document */
  remote: ReadonlySet<string>
}

/** Reads a document; a place without a draft is taken for draft-06 or 07. */
export function readSchemaSource(root: JsonValue, side: string): SchemaSource {
  const document = isJsonObject(root) ? root : { allOf: [root] }
  const dialect = dialectOf(document)
  const { nodes, remote } = readSchemaDocument(withMetaSchemas(document), hasPlainIds(document) ? draft4Ids : undefined)
  return { side, root, dialect, nodes, remote: new Set(remote.map(({ pointer }) => pointer)) }
}

function dialectOf(document: JsonObject): Dialect {
  const draft = getOwn(document, '$schema')
  return typeof draft === 'string' && /\/draft-0[34]\//.test(draft) ? 'draft-04' : 'draft-06'
}

/** Draft-04 calls the identifier `id`; a document of no known draft may do so too. */
function hasPlainIds(document: JsonObject): boolean {
  const draft = getOwn(document, '$schema')
  return !(typeof draft === 'string' && /\/draft-0[67]\//.test(draft))
}

/** Draft-04 calls the identifier of a schema `id`. */
function draft4Ids(schema: JsonObject): JsonObject {
  const id = getOwn(schema, 'id')
  return typeof id === 'string' && getOwn(schema, '$id') === undefined ? { ...schema, $id: id } : schema
}

/** What decides in a schema, by keyword, without its definitions. */
export function decidingPart(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => mayDecide(keyword)))
}

/** The pointer of a place below another one. */
export function below(pointer: string, ...steps: (string | number)[]): string {
  return pointer + steps.map((step) => `/${escapePointer(String(step))}`).join('')
}

/** The pointers that references in a schema lead to, without following them. */
export function targetsWithin(source: SchemaSource, pointer: string): string[] {
  const found: string[] = []
  const visit = (schema: JsonValue, at: string): void => {
    if (!isJsonObject(schema)) return
    const target = source.nodes.get(at)?.target
    if (target !== undefined) found.push(target)
    mapSubschemas(decidingPart(schema), (subschema, steps) => {
      visit(subschema, below(at, ...steps))
      return subschema
    })
  }
  visit(source.nodes.get(pointer)?.schema ?? true, pointer)
  return found
}

const known: ReadonlyMap<string, object> = new Map<string, object>([
  ['http://json-schema.org/draft-04/schema', draft4],
  ['http://json-schema.org/draft-06/schema', draft6],
  ['http://json-schema.org/draft-07/schema', draft7],
])

/** A document with the schemas of JSON Schema itself among its definitions, where it refers to them: every validator has those. */
export function withMetaSchemas(document: JsonObject): JsonObject {
  const text = JSON.stringify(document)
  const needed = [...known].filter(([address]) => text.includes(`"$ref":"${address}`))
  if (needed.length === 0) return document
  const own = getOwn(document, 'definitions')
  const metaSchemas = needed.map(([address, schema]): [string, JsonValue] => {
    const copy: JsonObject = JSON.parse(JSON.stringify(schema))
    return [address, { ...copy, $id: address }]
  })
  return {
    ...document,
    definitions: { ...(own !== undefined && isJsonObject(own) ? own : {}), ...Object.fromEntries(metaSchemas) },
  }
}
