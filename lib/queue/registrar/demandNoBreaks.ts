import type { JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Version } from '@/lib/registry/version'
import type { SchemaChange } from '@/lib/schema/compare/schemaComparison'
import type { Deployment } from './deployment'
import { readInForce } from './readInForce'

/** Finds the changes from one payload schema to another that break tasks, or may. */
export type FindBreaks = (old: JsonObject, next: JsonObject) => Promise<readonly SchemaChange[]>

/**
 * Holds a version that is to be declared as it is against what the Queue holds at this moment: declaring it again asks for no reasons, so it may
 * break no task. Problems: `put-back-breaks`, and those that keep the schema in force from being read.
 */
export async function demandNoBreaks(
  reader: Deployment,
  version: Version,
  findBreaks: FindBreaks,
): Promise<Result<undefined>> {
  const inForce = await readInForce(reader, version.taskQueueId)
  if (inForce.state === 'unknown') return fail(inForce.problems)
  if (inForce.state !== 'held' || inForce.schemaSha256 === version.schemaSha256) return succeed(undefined)
  const [first, ...more] = await findBreaks(inForce.payloadSchema, version.payloadSchema)
  return first === undefined ? succeed(undefined) : fail([putBackBreaks(version, first, more.length)])
}

function putBackBreaks({ number, taskQueueId }: Version, { sentence, effect }: SchemaChange, more: number): Problem {
  const others = more === 0 ? '' : ` There ${more === 1 ? 'is one more change' : `are ${more} more changes`} like it.`
  const does = effect === 'undecided' ? 'may break' : 'would break'
  return {
    code: 'put-back-breaks',
    severity: 'error',
    message: `The Queue holds another payload schema of ${taskQueueId} now, and declaring version ${number} again ${does} tasks that work today: ${sentence}${others}`,
    path: '',
    help: `Open version ${number}, restore it in a new design, and register that: its review asks for a reason for each break. Nothing was sent.`,
  }
}
