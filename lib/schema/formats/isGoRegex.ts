import { checkGoPattern } from '@/lib/schema/checkGoPattern'

/** Format `regex` as gojsonschema checks it: Go compiles it. */
export function isGoRegex(text: string): boolean {
  return checkGoPattern(text) === undefined
}
