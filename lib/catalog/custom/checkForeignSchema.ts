import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pathSegments } from '@/lib/base/path'
import { sentence } from '@/lib/base/texts'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { mapSubschemas } from '@/lib/schema/document/mapSubschemas'
import type { Finding } from './customEntry'

const longestPattern = 1000
/** repetitions, counted out, and characters of all patterns of a schema */
const largestPatterns = 20_000
const largestSchema = 64 * 1024

/**
 * What keeps a JSON Schema of a custom entry from being used. An `embedded` one becomes a part of a larger schema, so that it cannot hold
 * references or names of its own. Places are places in the schema, below `place`.
 */
export function checkForeignSchema(
  schema: JsonObject,
  place: EntryPlace,
  { embedded }: { embedded: boolean },
): Finding[] {
  const size = JSON.stringify(schema).length
  if (size > largestSchema) {
    return [{ code: 'entry-too-large', place, message: `This schema has more than ${largestSchema / 1024} KB.` }]
  }
  const found: Finding[] = []
  let weight = 0
  const visit = (part: JsonValue, at: EntryPlace): JsonValue => {
    if (!isJsonObject(part)) return part
    for (const keyword of embedded ? ['$ref', '$id'] : []) {
      if (!Object.hasOwn(part, keyword)) continue
      const message = `There is no ${keyword} here, because the schema is joined with others.`
      found.push({ place: [...at, keyword], message, help: 'Write the schema out.' })
    }
    for (const [pattern, steps] of patternsOf(part)) {
      weight += patternWeight(pattern)
      if (pattern.length > longestPattern) {
        found.push({ place: [...at, ...steps], message: `A pattern has at most ${longestPattern} characters.` })
      }
    }
    return mapSubschemas(part, (inner, steps) => visit(inner, [...at, ...steps]))
  }
  visit(schema, place)
  if (weight > largestPatterns) {
    found.push({ code: 'entry-too-large', place, message: 'The patterns of this schema are too large together.' })
  }
  if (found.length > 0) return found
  return checkSchema(schema).map(({ path, message, help }) => ({
    code: 'schema-invalid',
    place: [...place, ...pathSegments(path)],
    message: sentence(message),
    ...(help === undefined ? {} : { help }),
  }))
}

function patternsOf({ pattern, patternProperties }: JsonObject): [string, string[]][] {
  const named = isJsonObject(patternProperties) ? Object.keys(patternProperties) : []
  return [
    ...(typeof pattern === 'string' ? [[pattern, ['pattern']] satisfies [string, string[]]] : []),
    ...named.map((name): [string, string[]] => [name, ['patternProperties', name]]),
  ]
}

function patternWeight(pattern: string): number {
  let weight = pattern.length
  for (const [, least = '', most = ''] of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) weight += Number(most || least)
  return weight
}
