import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { answer } from '@/lib/queue/api/answer'
import { publishedFiles } from '@/lib/queue/publishedFiles'
import { services } from '@/lib/queue/services'
import type { Exchange } from './exchange'
import { publishedPaths } from './gateRoute'
import { askUpstream } from './upstream'

/** A published file of upstream, with what the gate adds to it. */
export async function answerPublished(exchange: Exchange, path: string): Promise<void> {
  const { upstream, rootUrl } = exchange.gate
  const { status, text } = await askUpstream(upstream, { method: 'GET', path, headers: { host: upstream.host } })
  const found = status === 200 ? parse(text) : undefined
  const file = found !== undefined || status === 404 ? addOwnMethods(path, found, rootUrl) : undefined
  if (file === undefined) return exchange.passOn()
  return exchange.send(answer(200, file, { 'access-control-allow-origin': '*' }))
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const ownMethods = new Set(['declareWorkerType', 'getPayloadSchema'])
const ownFiles = new Set<string>([publishedPaths.request, publishedPaths.response, publishedPaths.payloadSchema])

/**
 * A published file of upstream with the gate's own methods in it; `found` is undefined where upstream has no such file. Upstream keeps its own
 * words where it still has the file; releases after v106 get ours.
 */
function addOwnMethods(path: string, found: JsonObject | undefined, rootUrl: string): JsonObject | undefined {
  const ours = publishedFiles(services, rootUrl)
  if (found === undefined) return ownFiles.has(path) ? ours.get(path) : undefined
  if (path === publishedPaths.manifest) return withReference(found, `${rootUrl}${publishedPaths.reference}`)
  if (path === publishedPaths.reference) return withEntries(found, ours.get(path))
  if (path === publishedPaths.request) return withProperty(found, ours.get(path))
  return found
}

function withReference(manifest: JsonObject, url: string): JsonObject {
  const references = list(manifest.references)
  const path = publishedPaths.reference
  if (references.some((reference) => typeof reference === 'string' && reference.endsWith(path))) return manifest
  return { ...manifest, references: [...references, url] }
}

/** Ours in the place of upstream's, and at the end where upstream has none. */
function withEntries(reference: JsonObject, ours: JsonObject | undefined): JsonObject {
  const own = new Map(list(ours?.entries).flatMap((entry) => (isOwn(entry) ? [[entry.name, entry] as const] : [])))
  const entries = list(reference.entries).map((entry) => {
    const replacement = isOwn(entry) ? own.get(entry.name) : undefined
    if (isOwn(entry)) own.delete(entry.name)
    return replacement ?? entry
  })
  return { ...reference, entries: [...entries, ...own.values()] }
}

function isOwn(entry: JsonValue): entry is JsonObject {
  return isJsonObject(entry) && typeof entry.name === 'string' && ownMethods.has(entry.name)
}

function withProperty(request: JsonObject, ours: JsonObject | undefined): JsonObject {
  const known = isJsonObject(request.properties) ? request.properties : {}
  const added = isJsonObject(ours?.properties) ? ours.properties.payloadSchema : undefined
  return added === undefined ? request : { ...request, properties: { ...known, payloadSchema: added } }
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : []
}
