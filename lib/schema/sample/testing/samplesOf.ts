import { expect } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { createSampler } from '@/lib/schema/sample/samplePayload'
import type { SampleSize } from '@/lib/schema/sample/sampler'
import { ajvAccepts } from '@/lib/schema/testing/ajvAccepts'
import { compileDecision } from '@/lib/schema/validate/decide/compileDecision'

/** The first samples of a schema at a place that is named so; each of them is seen to fit. */
export function samplesOf(
  schema: JsonObject,
  { size = 'minimal', names = [], most = 60 }: { size?: SampleSize; names?: string[]; most?: number } = {},
): JsonValue[] {
  const prepared = prepareSchema(readSchemaDocument(schema).nodes)
  const fits = compileDecision(prepared)
  const found: JsonValue[] = []
  for (const value of createSampler(prepared, size).all([prepared.root], { names, depth: names.length })) {
    expect([value, fits(value), ajvAccepts(schema, value) ?? true]).toEqual([value, true, true])
    found.push(value)
    if (found.length === most) break
  }
  return found
}
