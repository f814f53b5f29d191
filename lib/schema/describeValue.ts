import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { count } from './count'
import { shortJson } from './shortJson'

/** A value in a few words, for "is …": scalars as JSON, cut where they are long; containers by their size. */
export function describeValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${count(value.length, 'item')}`
  if (!isJsonObject(value)) return shortJson(value)
  const names = Object.keys(value)
  return names.length === 0 ? 'an empty object' : `an object with ${count(names.length, 'property', 'properties')}`
}
