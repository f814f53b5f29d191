import { getOwn, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'

/** The name of the target that a prepared schema refers to. */
export function targetName(schema: JsonObject): string | undefined {
  const reference = getOwn(schema, '$ref')
  return typeof reference === 'string' ? pointerSegments(reference.slice(1)).at(-1) : undefined
}
