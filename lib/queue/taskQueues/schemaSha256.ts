import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/base/canonicalJson'
import type { JsonObject } from '@/lib/base/json'

/** The name of a payload schema: the SHA-256 of its canonical JSON, in hexadecimal digits. */
export function schemaSha256(schema: JsonObject): string {
  return createHash('sha256').update(canonicalJson(schema)).digest('hex')
}
