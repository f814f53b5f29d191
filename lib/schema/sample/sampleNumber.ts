import type { JsonObject, JsonValue } from '@/lib/base/json'
import { decimal } from '@/lib/schema/decimal'
import type { SamplePlace } from './sampler'
import { wordsFor } from './wordsFor'

/** Numbers by the name of the property, plain ones, then ones at and near the bounds. */
export function* sampleNumber(schemas: readonly JsonObject[], place: SamplePlace): Iterable<JsonValue> {
  const of = (keyword: string) => schemas.map((schema) => schema[keyword]).filter((value) => typeof value === 'number')
  yield* wordsFor(place).filter((word) => typeof word === 'number')
  yield* [1, 0]
  const low = Math.max(Number.NEGATIVE_INFINITY, ...of('minimum'), ...of('exclusiveMinimum'))
  const high = Math.min(Number.POSITIVE_INFINITY, ...of('maximum'), ...of('exclusiveMaximum'))
  for (const divisor of of('multipleOf')) {
    yield divisor
    for (const bound of [low, high]) {
      if (Number.isFinite(bound))
        yield* [Math.ceil(bound / divisor), Math.floor(bound / divisor) + 1, Math.ceil(bound / divisor) - 1].map((n) =>
          times(n, divisor),
        )
    }
  }
  const ends = [low, high].filter(Number.isFinite)
  yield* ends.flatMap((end) => [end, Math.ceil(end), Math.floor(end), Math.floor(end) + 1, Math.ceil(end) - 1])
  if (ends.length === 2) yield (low + high) / 2
  yield* ends.flatMap((end) => [end + 0.5, end - 0.5])
  // more, for items that must differ
  const start = Number.isFinite(low) ? Math.ceil(low) : Number.isFinite(high) ? Math.floor(high) - more : 2
  for (let i = 0; i < more; i++) yield start + i
}

const more = 20

/** A product that is exact in decimal: 3 times 0.1 is 0.3. */
function times(factor: number, divisor: number): number {
  if (!Number.isSafeInteger(factor)) return factor * divisor
  const { digits, exponent } = decimal(divisor)
  return Number(`${digits * BigInt(factor)}e${exponent}`)
}
