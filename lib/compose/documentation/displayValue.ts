import type { JsonValue } from '@/lib/base/json'
import { codeSpan } from './codeSpan'

/** A value as a code span: text as it is, everything else as JSON. */
export function displayValue(value: JsonValue): string {
  return codeSpan(typeof value === 'string' ? value : JSON.stringify(value))
}
