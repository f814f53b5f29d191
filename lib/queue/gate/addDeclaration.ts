import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json'
import { publishedFiles } from '../references/publishedFiles'
import { services } from '../services'
import { publishedPaths } from './gateRoute'

const method = 'declareWorkerType'

/**
 * A published file of upstream with the gate's declareWorkerType in it; `found` is undefined where upstream has no such file. Upstream
 * keeps its own words where it still has the method; releases after v106 get ours.
 */
export function addDeclaration(path: string, found: JsonObject | undefined, rootUrl: string): JsonObject | undefined {
  const ours = publishedFiles(services, rootUrl)
  if (found === undefined)
    return path === publishedPaths.request || path === publishedPaths.response ? ours.get(path) : undefined
  if (path === publishedPaths.manifest) return withReference(found, `${rootUrl}${publishedPaths.reference}`)
  if (path === publishedPaths.reference) return withEntry(found, ours.get(path))
  if (path === publishedPaths.request) return withProperty(found, ours.get(path))
  return found
}

function withReference(manifest: JsonObject, url: string): JsonObject {
  const references = list(manifest.references)
  const path = publishedPaths.reference
  if (references.some((reference) => typeof reference === 'string' && reference.endsWith(path))) return manifest
  return { ...manifest, references: [...references, url] }
}

function withEntry(reference: JsonObject, ours: JsonObject | undefined): JsonObject {
  const isOurs = (entry: JsonValue) => isJsonObject(entry) && entry.name === method
  const entry = list(ours?.entries).find(isOurs)
  if (entry === undefined) return reference
  const entries = list(reference.entries)
  return {
    ...reference,
    entries: entries.some(isOurs) ? entries.map((one) => (isOurs(one) ? entry : one)) : [...entries, entry],
  }
}

function withProperty(request: JsonObject, ours: JsonObject | undefined): JsonObject {
  const known = isJsonObject(request.properties) ? request.properties : {}
  const added = isJsonObject(ours?.properties) ? ours.properties.payloadSchema : undefined
  return added === undefined ? request : { ...request, properties: { ...known, payloadSchema: added } }
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : []
}
