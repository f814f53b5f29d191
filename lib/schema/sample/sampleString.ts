import type { JsonObject, JsonValue } from '@/lib/base/json'
import { codePointLength } from '@/lib/schema/codePointLength'
import { patternSamples } from './patternSamples'
import type { SamplePlace } from './sampler'
import { sampleFormats } from './sampleWords'
import { wordsFor } from './wordsFor'

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
