import type { IncomingHttpHeaders } from 'node:http'
import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { SchemaCompileError } from '@/lib/schema/schemaCompileError'
import { readDefinition, type UnreadableBody } from './readDefinition'
import type { Refusal } from './refuseTask'
import type { SchemasInForce } from './schemasInForce'

/**
 * What becomes of a request to create a task. `unchecked`: nobody knows which schema holds, for the reason given. What is no definition
 * at all passes, since upstream refuses it in its own words.
 */
export type Judgement =
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
