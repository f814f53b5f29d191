import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import draft7 from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import draft4 from 'ajv-draft-04/dist/refs/json-schema-draft-04.json' with { type: 'json' }
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

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
