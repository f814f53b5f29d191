import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'

/** The places that an overlay narrows, as pointer patterns: its deepest `properties` and `items`. */
export function overlayPaths(overlay: JsonObject, prefix = ''): string[] {
  const paths: string[] = []
  if (isJsonObject(overlay.properties)) {
    for (const [name, inner] of Object.entries(overlay.properties)) {
      const path = `${prefix}/${escapePointer(name)}`
      paths.push(...(isJsonObject(inner) ? overlayPaths(inner, path) : [path]))
    }
  }
  if (isJsonObject(overlay.items)) paths.push(...overlayPaths(overlay.items, `${prefix}/*`))
  const own = Object.keys(overlay).some((keyword) => keyword !== 'properties' && keyword !== 'items')
  return own || paths.length === 0 ? [prefix, ...paths] : paths
}
