import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { isSecretMember, secretOffsets } from '@/lib/base/secretShapes'
import { isReference } from './references'

type Place = (string | number)[]

/**
 * The places of a configuration that hold a secret by what one sees: tokens and private keys of well-known shapes anywhere, and texts at names such as
 * `accessToken` where no schema says what they are.
 */
export function tellingPlaces(value: JsonValue, isKnown: (place: Place) => boolean, place: Place = []): Place[] {
  if (typeof value === 'string') {
    const isSecret = isKnown(place)
      ? secretOffsets(value).length > 0
      : isSecretMember(String(place.at(-1) ?? ''), value)
    return isSecret ? [place] : []
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => tellingPlaces(item, isKnown, [...place, index]))
  if (!isJsonObject(value) || isReference(value)) return []
  return Object.entries<JsonValue>(value).flatMap(([name, member]) => tellingPlaces(member, isKnown, [...place, name]))
}
