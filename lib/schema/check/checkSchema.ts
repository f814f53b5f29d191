import metaSchema from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { type PreparedSchema, prepareSchema } from '@/lib/schema/document/prepareSchema'
import { pointerSteps, readSchemaDocument, type SchemaNode } from '@/lib/schema/document/schemaDocument'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { checkPattern } from '@/lib/schema/pattern/checkPattern'
import { compileDecision } from '@/lib/schema/validate/decide/compileDecision'
import { explainViolations } from '@/lib/schema/validate/explain/explainViolations'
import { jsonDepth } from '@/lib/schema/values'
import { shortJson } from '@/lib/schema/words'
import { dottedPath, referenceProblems } from './referenceProblems'

const largestBytes = 512 * 1024
const deepest = 64

/** draft-06, draft-07, and the meta-schema that Taskcluster derives from them */
const knownDrafts =
  /^(?:https?:\/\/json-schema\.org\/draft-0[67]\/schema#?|(?:https?:\/\/[^/]+)?\/schemas\/common\/metaschema\.json#?)$/

/**
 * What keeps a payload schema from being compiled: another draft than 06 or 07, more than 512 KB, more than 64 levels, a keyword
 * with the wrong kind of value, a reference to another document (never fetched) or to nowhere, a pattern that RE2 cannot run, an
 * unknown format. Paths are places in the schema. Empty where all is well.
 */
export function checkSchema(schema: JsonValue): Problem[] {
  if (!isJsonObject(schema)) return [invalid('', 'must be an object', 'a schema is a JSON object')]
  if (jsonDepth(schema) > deepest) return [tooLarge(`nests deeper than ${deepest} levels`)]
  if (new TextEncoder().encode(JSON.stringify(schema)).length > largestBytes) return [tooLarge('is larger than 512 KB')]
  const draft = getOwn(schema, '$schema')
  if (draft !== undefined && !(typeof draft === 'string' && knownDrafts.test(draft))) {
    return [
      {
        ...invalid(
          '$schema',
          `${shortJson(draft)} is not a draft that is understood here`,
          'Use JSON Schema draft-06 or draft-07.',
        ),
        code: 'schema-draft',
      },
    ]
  }
  const document = readSchemaDocument(schema)
  const outlying = [...document.nodes.values()].filter((node) => node.outlying)
  const malformed = [
    ...metaProblems(schema, []),
    ...outlying.flatMap((node) => metaProblems(node.schema, node.segments)),
  ]
  if (malformed.length > 0) return malformed
  return [...referenceProblems(document), ...[...document.nodes.values()].flatMap(nodeProblems)]
}

function metaProblems(schema: JsonValue, segments: (string | number)[]): Problem[] {
  const meta = preparedMetaSchema()
  if (meta.fits(schema)) return []
  return explainViolations(meta.prepared, schema).map(({ path, message, hint }) =>
    invalid(dottedPath([...segments, ...pointerSteps(schema, path)]), message, hint),
  )
}

let metaOnce: { prepared: PreparedSchema; fits: (schema: JsonValue) => boolean } | undefined

/** Draft-07 holds for draft-06 too. Its formats are left to better words further on. */
function preparedMetaSchema(): NonNullable<typeof metaOnce> {
  if (metaOnce === undefined) {
    const prepared = prepareSchema(readSchemaDocument(withoutFormats(metaSchema)).nodes)
    metaOnce = { prepared, fits: compileDecision(prepared) }
  }
  return metaOnce
}

function withoutFormats(value: object): JsonObject {
  return JSON.parse(
    JSON.stringify(value, (key, member) => (key === 'format' && typeof member === 'string' ? undefined : member)),
  )
}

function nodeProblems({ schema, segments }: SchemaNode): Problem[] {
  if (!isJsonObject(schema)) return []
  const place = dottedPath(segments)
  const problems: (Problem | undefined)[] = []
  const { pattern, format, patternProperties } = schema
  if (typeof pattern === 'string') problems.push(checkPattern(pattern, appendPath(place, 'pattern')))
  if (isJsonObject(patternProperties)) {
    const at = appendPath(place, 'patternProperties')
    for (const source of Object.keys(patternProperties)) problems.push(checkPattern(source, appendPath(at, source)))
  }
  if (typeof format === 'string' && !payloadFormats.has(format)) {
    problems.push({
      code: 'unknown-format',
      severity: 'error',
      message: `the format ${shortJson(format)} is not known`,
      path: appendPath(place, 'format'),
      help: `Known formats are ${[...payloadFormats.keys()].sort().join(', ')}.`,
    })
  }
  return problems.filter((problem) => problem !== undefined)
}

function invalid(path: string, message: string, help?: string): Problem {
  const problem: Problem = { code: 'schema-invalid', severity: 'error', message, path }
  return help === undefined ? problem : { ...problem, help }
}

function tooLarge(words: string): Problem {
  return {
    code: 'schema-too-large',
    severity: 'error',
    message: `the schema ${words}`,
    path: '',
    help: 'Split or simplify it.',
  }
}
