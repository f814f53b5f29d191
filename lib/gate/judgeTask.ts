import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { jsonShape } from '@/lib/queue/api/jsonShape'
import { mostValues } from '@/lib/queue/api/readBody'
import { SchemaCompileError } from '@/lib/schema/validate/compilePayloadValidator'
import type { Refusal } from './refuseTask'
import type { SchemasInForce } from './schemasInForce'

/**
 * What becomes of a request to create a task. `unchecked`: nobody knows which schema holds, for the reason given. What is no definition
 * at all passes, since upstream refuses it in its own words.
 */
type Judgement =
  | { verdict: 'passes' }
  | { verdict: 'unchecked'; why: string }
  | { verdict: 'unreadable'; what: UnreadableBody['unreadable'] }
  | ({ verdict: 'refused' } & Refusal)

const passes: Judgement = { verdict: 'passes' }

/** Checks the payload of a definition against the schema of its task queue. */
export async function judgeTask(
  bytes: Buffer,
  headers: IncomingHttpHeaders,
  { schemas, largest, now }: { schemas: SchemasInForce; largest: number; now: Date },
): Promise<Judgement> {
  if (schemas.readAt === undefined) return { verdict: 'unchecked', why: 'the database was not reached yet' }
  const read = await readDefinition(bytes, headers, largest)
  if ('unreadable' in read) return { verdict: 'unreadable', what: read.unreadable }
  const { value: definition } = read
  if (!isJsonObject(definition)) return passes
  const taskQueueId = taskQueueOf(definition)
  if (taskQueueId === undefined) return passes
  try {
    const inForce = schemas.find(taskQueueId, now)
    const payload = getOwn(definition, 'payload')
    // a payload that is no object is none for upstream either
    if (inForce === undefined || !isJsonObject(payload)) return passes
    const { violations, heavy } = await inForce.decide(payload)
    const { sha256 } = inForce
    return violations.length === 0 ? passes : { verdict: 'refused', taskQueueId, sha256, violations, heavy }
  } catch (error) {
    if (!(error instanceof SchemaCompileError)) throw error
    return { verdict: 'unchecked', why: `the schema of ${taskQueueId} cannot be used: ${error.message}` }
  }
}

/** Either form of the name; where both are there they agree, or upstream refuses. */
function taskQueueOf(definition: JsonObject): string | undefined {
  const taskQueueId = getOwn(definition, 'taskQueueId')
  if (typeof taskQueueId === 'string') return taskQueueId
  const provisionerId = getOwn(definition, 'provisionerId')
  const workerType = getOwn(definition, 'workerType')
  if (typeof provisionerId !== 'string' || typeof workerType !== 'string') return undefined
  return `${provisionerId}/${workerType}`
}

/** A body that upstream may read in a way that the gate cannot follow. */
type UnreadableBody = { unreadable: 'encoding' | 'charset' | 'too-large' | 'too-many' }

const decoders = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }
type Encoding = keyof typeof decoders

const json = /^\s*application\/json\s*(?:;|$)/i
const charsetOf = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i

/**
 * What a body says to a service that reads JSON as Taskcluster's do: compressed or not, in any charset, a byte order mark aside. Undefined
 * where no such service finds JSON in it. A body that some service might read, but not this function, is told apart.
 */
async function readDefinition(
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
