import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { referenceKey } from './references'

/** True for what may stand at the place of a secret: a reference, with no member that the worker ignores and that could hold anything. */
export function isSecretReference(value: JsonValue): boolean {
  const key = referenceKey(value)
  if (key === '$secret') return true
  return key === '$env' && isJsonObject(value) && Object.keys(value).every((name) => name === '$env' || name === 'type')
}
