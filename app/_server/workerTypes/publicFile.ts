import 'server-only'
import { createHash } from 'node:crypto'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { inThread } from '@/app/_server/services/inThread'
import { textAnswer } from '@/app/_server/services/textAnswer'
import { canonicalJson } from '@/lib/base/json'
import { readPublicVersion, type VersionAddress } from './openWorkerType'

/** A file that anybody may read, from anywhere. */
interface PublicFile {
  text: string
  type: string
  /** names the content; the same content always has the same */
  tag: string
  /** true for what its address always answers */
  immutable: boolean
}

const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
}

/** Answers GET and HEAD: 304 to whoever has it already, else the file. */
export function publicFile(request: Request, { text, type, tag, immutable }: PublicFile): Response {
  const etag = `"${tag}"`
  const headers = {
    ...anyOrigin,
    etag,
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  }
  if (hasIt(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const length = String(Buffer.byteLength(text))
  const body = request.method === 'HEAD' ? null : text
  return new Response(body, {
    headers: { ...headers, 'content-type': `${type}; charset=utf-8`, 'content-length': length },
  })
}

/** Answers OPTIONS: a browser asks before it sends If-None-Match to another origin. */
export function publicFileOptions(): Response {
  const headers = {
    ...anyOrigin,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'If-None-Match',
    'access-control-max-age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

/** The answer where there is no such file; other origins may read it, too. */
function noPublicFile(): Response {
  const headers = { ...anyOrigin, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response('No such version of a worker type is registered.\n', { status: 404, headers })
}

/** If-None-Match compares weakly; servers in between may have made a tag a weak one. */
function hasIt(header: string | null, etag: string): boolean {
  if (header === null) return false
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}

const type = 'application/json'

/** The payload schema of a version, as it was registered. */
export async function publicSchemaFile(request: Request, address: VersionAddress): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return noPublicFile()
  const text = canonicalJson(version.payloadSchema)
  return publicFile(request, { text, type, tag: version.schemaSha256, immutable: address.number !== undefined })
}

/** The design of a version, as it was registered. */
export async function designFile(request: Request, address: VersionAddress): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return noPublicFile()
  const tag = sha256(version.designYaml)
  const immutable = address.number !== undefined
  return publicFile(request, { text: version.designYaml, type: 'application/yaml', tag, immutable })
}

/**
 * Example tasks of a version by their size: definitions that its registered schema accepts. Never immutable: which scopes and words go with
 * them is composed from today's catalog.
 */
export async function examplesFile(request: Request, address: VersionAddress): Promise<Response> {
  const version = await readPublicVersion(address)
  if (version === undefined) return noPublicFile()
  const input = { subject: { document: version.designYaml }, schema: version.payloadSchema }
  const examples = await inThread('examples', input, { opened: await openCatalog() })
  if (!examples.ok) return textAnswer(503, `${examples.problems.map(({ message }) => message).join('\n')}\n`)
  const text = `${JSON.stringify(Object.fromEntries(examples.value), null, 2)}\n`
  return publicFile(request, { text, type, tag: sha256(text), immutable: false })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
