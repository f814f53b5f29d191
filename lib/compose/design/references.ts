import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** Key of a reference object -> the transform of taskcluster-worker that replaces it (facts, section 2). */
export const REFERENCE_TRANSFORMS = {
  $abs: 'abs',
  $env: 'env',
  $hostcredentials: 'hostcredentials',
  $packet: 'packet',
  $secret: 'secrets',
} as const

/** All transforms, in the order in which they are listed when nothing else is wanted. */
export const TRANSFORMS = ['env', 'abs', 'packet', 'hostcredentials', 'secrets'] as const

export type ReferenceKey = keyof typeof REFERENCE_TRANSFORMS

/** The reference keys of an object: those with a value other than null. Of several, the transform that is listed first counts. */
export function referenceKeys(value: JsonValue): ReferenceKey[] {
  if (!isJsonObject(value)) return []
  return REFERENCE_KEYS.filter((key) => Object.hasOwn(value, key) && value[key] !== null)
}

/** The reference key of an object, where it has one; other members are ignored by the worker. */
export function referenceKey(value: JsonValue): ReferenceKey | undefined {
  return referenceKeys(value)[0]
}

/** True for `{$env: NAME}` and its kin: a value that is known only where the worker runs. */
export function isReference(value: JsonValue): value is JsonObject {
  return referenceKey(value) !== undefined
}

/** A reference and where it stands. */
export interface PlacedReference {
  place: (string | number)[]
  reference: JsonObject
  key: ReferenceKey
}

/** Every reference in a value, outermost first; what stands inside a reference is not looked at. */
export function findReferences(value: JsonValue, place: (string | number)[] = []): PlacedReference[] {
  const key = referenceKey(value)
  if (key !== undefined && isJsonObject(value)) return [{ place, reference: value, key }]
  if (Array.isArray(value)) return value.flatMap((item, index) => findReferences(item, [...place, index]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => findReferences(member, [...place, name]))
}

/** The transforms that the references in a value need, those inside others too, in canonical order. */
export function neededTransforms(value: JsonValue): string[] {
  const needed = new Set<string>()
  const look = (one: JsonValue): void => {
    for (const { reference, key } of findReferences(one)) {
      needed.add(REFERENCE_TRANSFORMS[key])
      Object.values(reference).forEach(look)
    }
  }
  look(value)
  return TRANSFORMS.filter((name) => needed.has(name))
}

const REFERENCE_KEYS: ReferenceKey[] = ['$env', '$secret', '$packet', '$hostcredentials', '$abs']

/** True for what may stand at the place of a secret: a reference, with no member that the worker ignores and that could hold anything. */
export function isSecretReference(value: JsonValue): boolean {
  const key = referenceKey(value)
  if (key === '$secret') return true
  return key === '$env' && isJsonObject(value) && Object.keys(value).every((name) => name === '$env' || name === 'type')
}
