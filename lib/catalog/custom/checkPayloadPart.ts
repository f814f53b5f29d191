import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pathSegments } from '@/lib/base/path'
import { sentence } from '@/lib/base/sentence'
import type { EntryPlace } from '@/lib/catalog/entryDocument'
import { checkDraft4Schema } from '@/lib/schema/checkDraft4Schema'
import { checkForeignSchema } from './checkForeignSchema'
import type { CustomEntry } from './customEntry'
import type { Finding } from './finding'

const keywords = ['type', 'title', 'description', 'properties', 'required', 'additionalProperties']

/** What keeps the rendered payload part of a custom entry from being joined with others. Places are places in the part, below `place`. */
export function checkPayloadPart(entry: CustomEntry, part: JsonValue, place: EntryPlace): Finding[] {
  if (!isJsonObject(part)) return [{ place, message: 'The payload schema has to be an object.' }]
  if (Object.keys(part).length === 0) return []
  if (part.type !== 'object') {
    return [{ place, message: 'The payload schema has to be of `type: object`, or `{}` for nothing.' }]
  }
  const unused = Object.keys(part).filter((keyword) => !keywords.includes(keyword))
  const open = part.additionalProperties !== undefined && part.additionalProperties !== false
  const refused = [...unused, ...(open ? ['additionalProperties'] : [])]
  if (refused.length > 0) {
    return refused.map((keyword) => ({
      place: [...place, keyword],
      message: `The worker does not look at ${keyword} here; only properties and required count.`,
    }))
  }
  const isDraft4 = entry.kind === 'engine' && entry.payloadDialect?.draft === 4
  if (!isDraft4) return checkForeignSchema(part, place, { embedded: true })
  const { properties = {}, ...rest } = part
  if (!isJsonObject(properties)) return checkForeignSchema(part, place, { embedded: true })
  return [
    ...checkForeignSchema(rest, place, { embedded: true }),
    ...Object.entries(properties).flatMap(([name, property]) =>
      checkDraft4Schema(property).map(({ path, message, help }) => ({
        code: 'schema-invalid',
        place: [...place, 'properties', name, ...pathSegments(path)],
        message: sentence(message),
        ...(help === undefined ? {} : { help }),
      })),
    ),
  ]
}
