import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import { connectQueue, type QueueConnection } from './connectQueue'
import type { Deployment } from './deployment'
import { answerProblem, heldSchema } from './readDeclared'

/**
 * What a Queue holds the tasks of a worker type against at this moment. `held`: this schema; `none`: none, so it refuses no task for its payload;
 * `unheld`: it is a Queue that holds no task against a schema; `unknown`: nobody can tell, and `problems` say why.
 */
export type InForce =
  | { state: 'held'; payloadSchema: JsonObject; schemaSha256: string; declaredBy?: string; declaredAt?: Date }
  | { state: 'none' }
  | { state: 'unheld' }
  | { state: 'unknown'; problems: Problem[] }

/** Asks a deployment what is in force of a worker type, whoever declared it, and whatever was registered here. Changes nothing. */
export async function readInForce(client: Deployment, taskQueueId: string): Promise<InForce> {
  const connection = await connectQueue(client)
  return connection.ok ? ask(connection.value, taskQueueId) : { state: 'unknown', problems: connection.problems }
}

async function ask(connection: QueueConnection, taskQueueId: string): Promise<InForce> {
  if (connection.outcome !== 'enforced') return { state: 'unheld' }
  try {
    const held = await heldSchema(connection, taskQueueId)
    if (held === undefined) return { state: 'unknown', problems: [unsaid(connection.deployment.rootUrl)] }
    if (held === null) return { state: 'none' }
    return { state: 'held', ...held, schemaSha256: schemaSha256(held.payloadSchema) }
  } catch (error) {
    const problem = answerProblem(error, connection)
    // the Queue's own words are a page of scopes
    const message =
      problem.code === 'queue-scopes-missing'
        ? `that takes the scope \`queue:get-worker-type:${taskQueueId}\` at ${connection.deployment.rootUrl}`
        : problem.message
    return { state: 'unknown', problems: [{ ...problem, message }] }
  }
}

function unsaid(rootUrl: string): Problem {
  return {
    code: 'schema-in-force-unsaid',
    severity: 'error',
    message: `the Queue at ${rootUrl} does not say which payload schemas it holds`,
    path: '',
    help: 'Put the gate of this product in front of it, which does.',
  }
}
