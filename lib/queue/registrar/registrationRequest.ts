import type { JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import { parameterPatterns } from '@/lib/queue/api/parameterPatterns'
import type { RegistrationOutcome } from '@/lib/registry/version'
import { declarationBody } from './declarationBody'
import { declarationScopes } from './declarationScopes'

/** What a Queue is told of a worker type. */
export interface RegistrationRequest {
  provisionerId: string
  workerType: string
  taskQueueId: string
  payloadSchema: JsonObject
  /** the body of declareWorkerType; without `payloadSchema` where the Queue does not know it */
  body: JsonObject
  /** the scopes that the Queue will ask for */
  scopes: string[]
}

/** The request that registers a composition. Problems: those of the composition, `not-registrable`, `identity-invalid`. */
export function registrationRequest(
  composition: Composition,
  { expires, outcome }: { expires: Date; outcome: RegistrationOutcome },
): Result<RegistrationRequest> {
  const { provisionerId, workerType, effectiveSchema, design } = composition
  const errors = composition.problems.filter((problem) => problem.severity === 'error')
  if (errors.length > 0) return fail(errors)
  if (effectiveSchema === undefined) {
    return fail([
      problem('not-registrable', 'the design has no payload schema: engine and plugins do not fit together', 'engine'),
    ])
  }
  const taskQueueId = `${provisionerId}/${workerType}`
  if (!parameterPatterns.taskQueueId.test(taskQueueId)) {
    const message = `the Queue takes no worker type named ${taskQueueId}`
    const help = 'A worker type has at most 38 lower-case letters, digits and hyphens, and begins with a letter.'
    return fail([{ ...problem('identity-invalid', message, 'workerType'), help }])
  }
  const body = declarationBody({ description: design.description, expires, payloadSchema: effectiveSchema }, outcome)
  const needed = outcome === 'published-only' ? [] : declarationScopes(taskQueueId, body)
  return succeed({ provisionerId, workerType, taskQueueId, payloadSchema: effectiveSchema, body, scopes: needed })
}

function problem(code: string, message: string, path: string): Problem {
  return { code, severity: 'error', message, path }
}
