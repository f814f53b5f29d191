import type { JsonObject, JsonValue } from '@/lib/base/json'
import { checkSchema } from './checkSchema'
import { collectFindings } from './explain/collectFindings'
import { prepareSchema } from './prepareSchema'
import { createSampler } from './sample/createSampler'
import type { SampleSize } from './sample/sampler'
import { readSchemaDocument } from './schemaDocument'

/**
 * An example that a payload schema accepts, made for people to read: `minimal` has what is required, `typical` also what most
 * tasks use, `full` as much as can stand together. The same schema gives the same example. Undefined where none was found, and for
 * schemas that `checkSchema` refuses.
 */
export function samplePayload(schema: JsonObject, { size }: { size: SampleSize }): JsonValue | undefined {
  if (checkSchema(schema).length > 0) return undefined
  const prepared = prepareSchema(readSchemaDocument(schema).nodes)
  const found = createSampler(prepared, size).find([prepared.root], { names: [], depth: 0 })
  return found !== undefined && collectFindings(prepared, found).length === 0 ? found : undefined
}
