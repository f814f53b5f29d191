import { z } from 'zod'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import type { Renewal } from '@/lib/registry/renewals/renewals'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import type { RegistrationOutcome, Version } from '@/lib/registry/versions/version'
import type { QueueConnection } from './connectQueue'
import { queueProblem, unreachable } from './queueProblem'

const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'not a date')
  .transform((text) => new Date(text))

/** What getWorkerType, getTaskQueue and declareWorkerType answer, as far as it is used here. */
export const workerTypeAnswerSchema = z.object({ description: z.string(), stability: z.string(), expires: instant })

/** What getPayloadSchema answers, as far as it is used here. */
export const payloadSchemaAnswerSchema = z.object({
  payloadSchema: jsonObjectSchema,
  declaredBy: z.string().optional(),
  declaredAt: instant.optional(),
})

/** A worker type as a Queue reports it. */
export interface DeclaredWorkerType {
  description: string
  stability: string
  expires: Date
  /** null: none is in force; undefined: this Queue does not say which schemas it holds */
  payloadSchema: z.infer<typeof jsonObjectSchema> | null | undefined
  /** who declared the schema, and when, where the Queue says so */
  declaredBy?: string
  declaredAt?: Date
}

/** What this product declares of every worker type. */
export const declaredStability = 'experimental'

/** The body of declareWorkerType for a Queue: without the schema where it knows none. */
export function declarationBody(
  { description, expires, payloadSchema }: { description: string; expires: Date; payloadSchema: JsonObject },
  outcome: RegistrationOutcome,
): JsonObject {
  const declared = { description, expires: expires.toJSON(), stability: declaredStability }
  return outcome === 'enforced' ? { ...declared, payloadSchema } : declared
}

/** The scopes that the Queue asks for before it takes a declaration: one for each property of the body. */
export function declarationScopes(taskQueueId: string, body: JsonObject): string[] {
  return Object.keys(body).map((property) => `queue:declare-worker-type:${taskQueueId}#${property}`)
}

/** The body of declareWorkerType that renews a version: all that it says, or the expiry alone, which leaves what the Queue has as it is. */
export function renewalBody(
  version: Version,
  { whole, expires }: Pick<Renewal, 'whole' | 'expires'>,
  outcome: RegistrationOutcome,
): JsonObject {
  return whole ? declarationBody({ ...version, expires }, outcome) : { expires: expires.toJSON() }
}

/** The scopes that the Queue asks for when a version is declared again: its expiry alone, or the whole of it. */
export function renewalScopes(version: Version, whole: boolean): string[] {
  const body = renewalBody(version, { whole, expires: version.expires }, version.outcome ?? 'enforced')
  return declarationScopes(version.taskQueueId, body)
}

/** Sends a declaration, where the Queue takes one; the answer is null where it does not. Problems: those of `queueProblem`. */
export async function sendDeclaration(
  { outcome, call, deployment }: QueueConnection,
  { provisionerId, workerType, body }: { provisionerId: string; workerType: string; body: JsonObject },
): Promise<Result<JsonObject | null>> {
  if (outcome === 'published-only') return succeed(null)
  try {
    const answer = await call('declareWorkerType', provisionerId, workerType, body)
    if (isJsonObject(answer) && workerTypeAnswerSchema.safeParse(answer).success) return succeed(answer)
    return fail([unreachable(deployment.rootUrl, 'it does not answer what a Queue answers to a declaration')])
  } catch (error) {
    return fail([queueProblem(error, deployment)])
  }
}

/** What a registration came to, in a sentence for admins, and what they can do about it. */
export const outcomeWords: Record<RegistrationOutcome, { meaning: string; advice: string }> = {
  enforced: {
    meaning: 'The Queue takes payload schemas: from now on it refuses every task whose payload violates this one.',
    advice: '',
  },
  'declared-only': {
    meaning: 'The Queue knows the worker type, but takes no payload schemas: tasks that cannot run are not refused.',
    advice: 'Put the gate in front of this Queue to have tasks checked when they are created.',
  },
  'published-only': {
    meaning:
      'The Queue of this deployment declares no worker types: schema and documentation are published here, and nothing is refused.',
    advice: 'Put the gate in front of this Queue to have tasks checked when they are created.',
  },
}
