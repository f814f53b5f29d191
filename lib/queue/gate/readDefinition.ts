import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { JsonValue } from '@/lib/base/json'
import { jsonShape } from '@/lib/queue/api/jsonShape'
import { mostValues } from '@/lib/queue/api/readBody'

/** A body that upstream may read in a way that the gate cannot follow. */
export type UnreadableBody = { unreadable: 'encoding' | 'charset' | 'too-large' | 'too-many' }

const decoders = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }
type Encoding = keyof typeof decoders

const json = /^\s*application\/json\s*(?:;|$)/i
const charsetOf = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i

/**
 * What a body says to a service that reads JSON as Taskcluster's do: compressed or not, in any charset, a byte order mark aside. Undefined
 * where no such service finds JSON in it. A body that some service might read, but not this function, is told apart.
 */
export async function readDefinition(
  bytes: Buffer,
  headers: IncomingHttpHeaders,
  largest: number,
): Promise<{ value: JsonValue | undefined } | UnreadableBody> {
  const type = headers['content-type'] ?? ''
  if (!json.test(type)) return { value: undefined }
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && !isEncoding(encoding)) return { unreadable: 'encoding' }
  let plain = bytes
  if (encoding !== 'identity') {
    try {
      plain = await decoders[encoding](bytes, { maxOutputLength: largest })
    } catch (error) {
      if (isTooLarge(error)) return { unreadable: 'too-large' }
      return { value: undefined }
    }
  }
  const [, quoted, bare] = charsetOf.exec(type) ?? []
  const text = decodeText(plain, (quoted ?? bare ?? 'utf-8').toLowerCase())
  if (text === undefined) return { unreadable: 'charset' }
  return jsonShape(text).values > mostValues ? { unreadable: 'too-many' } : { value: parse(text) }
}

function isEncoding(name: string): name is Encoding {
  return Object.hasOwn(decoders, name)
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** UTF-8 alone: other charsets have readings that differ between programs. */
function decodeText(bytes: Buffer, charset: string): string | undefined {
  if (charset !== 'utf-8' && charset !== 'utf8') return undefined
  const text = bytes.toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
