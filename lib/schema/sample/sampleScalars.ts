import type { JsonObject, JsonValue } from '@/lib/base/json'
import { patternSamples } from '@/lib/schema/pattern/patternSamples'
import { codePointLength, decimal } from '@/lib/schema/values'
import type { SamplePlace } from './sampler'
import { sampleFormats, wordsFor } from './sampleWords'

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

/** Texts by format, by the name of the property, plain ones, then ones made from the patterns. */
export function* sampleString(schemas: readonly JsonObject[], place: SamplePlace): Iterable<JsonValue> {
  const least = Math.max(0, ...numbers(schemas, 'minLength'))
  const most = Math.min(Number.POSITIVE_INFINITY, ...numbers(schemas, 'maxLength'))
  const words = wordsFor(place).filter((word) => typeof word === 'string')
  for (const { format } of schemas) {
    const sample = typeof format === 'string' ? sampleFormats.get(format) : undefined
    if (format === 'uri') yield* words.filter((word) => word.startsWith('https:'))
    if (sample !== undefined) yield sample
  }
  for (const word of [...words, 'example', '/example/', 'a', '', '1']) yield fitLength(word, least, most)
  const patterns = schemas.flatMap(({ pattern }) => (typeof pattern === 'string' ? [pattern] : []))
  for (const pattern of patterns) yield* patternSamples(pattern)
  // more, for items that must differ
  for (let i = 2; i < 20; i++) yield fitLength(`example${i}`, least, most)
}

const longest = 100000

/** A text brought to a length between two bounds, in code points. */
function fitLength(text: string, least: number, most: number): string {
  const length = codePointLength(text)
  if (length > most) return [...text].slice(0, most).join('')
  return length < least && least <= longest
    ? (text || 'a').repeat(Math.ceil(least / Math.max(length, 1))).slice(0, least)
    : text
}

function numbers(schemas: readonly JsonObject[], keyword: string): number[] {
  return schemas.map((schema) => schema[keyword]).filter((value) => typeof value === 'number')
}
