import draft4 from 'ajv-draft-04/dist/refs/json-schema-draft-04.json' with { type: 'json' }
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { type PreparedSchema, prepareSchema } from '@/lib/schema/document/prepareSchema'
import { pointerSteps, readSchemaDocument, type SchemaNode } from '@/lib/schema/document/schemaDocument'
import { draft4View, translateDraft4 } from '@/lib/schema/document/translateDraft4'
import { draft4Formats } from '@/lib/schema/formats/payloadFormats'
import { checkGoPattern } from '@/lib/schema/pattern/checkPattern'
import { explainViolations } from '@/lib/schema/validate/explain/explainViolations'
import { jsonDepth } from '@/lib/schema/values'
import { shortJson } from '@/lib/schema/words'
import { dottedPath, referenceProblems } from './referenceProblems'

const deepest = 64

/**
 * Why the script engine would not start with a schema for one of its properties (draft-04, as gojsonschema reads it): not an
 * object, a keyword with the wrong kind of value, limits that contradict each other, a format that it does not know, a pattern
 * that Go does not compile, a reference to another document or to nowhere. Paths are places in the schema.
 */
export function checkDraft4Schema(schema: JsonValue): Problem[] {
  if (!isJsonObject(schema)) return [invalid('', 'must be an object, not true, false or another value')]
  if (jsonDepth(schema) > deepest) return [invalid('', `nests deeper than ${deepest} levels`)]
  const document = readSchemaDocument(schema, draft4View)
  const outlying = [...document.nodes.values()].filter((node) => node.outlying)
  const malformed = [
    ...metaProblems(schema, []),
    ...outlying.flatMap((node) => metaProblems(node.schema, node.segments)),
  ]
  if (malformed.length > 0) return malformed
  return [...referenceProblems(document), ...[...document.nodes.values()].flatMap(nodeProblems)]
}

function metaProblems(schema: JsonValue, segments: (string | number)[]): Problem[] {
  return explainViolations(preparedMetaSchema(), schema).map(({ path, message }) =>
    invalid(dottedPath([...segments, ...pointerSteps(schema, path)]), message),
  )
}

let prepared: PreparedSchema | undefined

/** The largest count: gojsonschema keeps it in 32 bits. */
const mostCounted = 2 ** 31 - 1

/**
 * The meta-schema of draft-04 in draft-06, as gojsonschema has it: it does not mind empty lists of names, values and schemas, nor a type that is named twice, and does
 * not look at `id` and `$schema`; but references and names of later drafts must be texts, and counts must not be large.
 */
function preparedMetaSchema(): PreparedSchema {
  if (prepared !== undefined) return prepared
  const relaxed: JsonObject = JSON.parse(JSON.stringify(draft4), (key, value) => {
    const tooStrict = (key === 'minItems' && value === 1) || (key === 'format' && typeof value === 'string')
    return tooStrict ? undefined : value
  })
  const { properties, definitions } = relaxed
  const { id: _, $schema: __, ...rest } = isJsonObject(properties) ? properties : {}
  const name = { $ref: '#/definitions/simpleTypes' }
  const counts = { positiveInteger: { type: 'integer', minimum: 0, maximum: mostCounted } }
  const meta: JsonObject = {
    ...relaxed,
    properties: {
      ...rest,
      type: { anyOf: [name, { type: 'array', items: name }] },
      $ref: { type: 'string' },
      $id: { type: 'string' },
    },
    definitions: { ...(isJsonObject(definitions) ? definitions : {}), ...counts },
  }
  prepared = prepareSchema(readSchemaDocument(translateDraft4(meta, { at: '' })).nodes)
  return prepared
}

const limits: [string, string][] = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minProperties', 'maxProperties'],
]

function nodeProblems({ schema, segments }: SchemaNode): Problem[] {
  if (!isJsonObject(schema)) return []
  const seen = draft4View(schema)
  const place = dottedPath(segments)
  const { pattern, patternProperties } = seen
  // an empty list is no format either
  const format = '$ref' in seen ? undefined : schema.format
  const sources = isJsonObject(patternProperties) ? Object.keys(patternProperties) : []
  const problems = [
    typeof pattern === 'string' ? checkGoPattern(pattern, appendPath(place, 'pattern')) : undefined,
    ...sources.map((source) => checkGoPattern(source, appendPath(appendPath(place, 'patternProperties'), source))),
    format === undefined || (typeof format === 'string' && draft4Formats.has(format))
      ? undefined
      : unknownFormat(format, place),
    ...limits.map(([least, most]) => contradiction(seen, least, most, place)),
  ]
  return problems.filter((problem) => problem !== undefined)
}

function unknownFormat(format: JsonValue, place: string): Problem {
  return {
    code: 'unknown-format',
    severity: 'error',
    message: `the script engine does not know the format ${shortJson(format)}`,
    path: appendPath(place, 'format'),
    help: `It knows ${[...draft4Formats].join(', ')}.`,
  }
}

function contradiction(schema: JsonObject, least: string, most: string, place: string): Problem | undefined {
  const low = schema[least]
  const high = schema[most]
  if (typeof low !== 'number' || typeof high !== 'number' || low <= high) return undefined
  return invalid(appendPath(place, least), `${least} (${low}) is more than ${most} (${high})`)
}

function invalid(path: string, message: string): Problem {
  return {
    code: 'schema-invalid',
    severity: 'error',
    message,
    path,
    help: 'Properties of the script engine are JSON Schema draft-04.',
  }
}
