import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { isJsonObject } from '@/lib/base/json'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import type { Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { taskGroups, taskQueueSchemas, taskQueues, tasks } from '@/lib/registry/tables/queueTables'
import { versions } from '@/lib/registry/tables/registrationTables'
import { audit } from '@/lib/registry/tables/serverTables'
import { currentVersion } from '@/lib/registry/versions/versions'
import { type Acknowledged, killedWorkerTypes } from './killRepeatedly'

/** Holds a store to its promises: all that was acknowledged is there, nothing is half there, every worker type has one current version. */
export async function expectWhole(store: Store, acknowledged: Acknowledged): Promise<void> {
  const { database } = store
  const kept = await database.select().from(tasks)
  const groups = new Set((await database.select().from(taskGroups)).map(({ taskGroupId }) => taskGroupId))
  const marks = new Map(kept.map(({ taskId, definition }) => [taskId, markOf(definition)]))
  const lost = [...acknowledged.tasks].filter(([taskId, mark]) => marks.get(taskId) !== mark)
  expect(lost).toEqual([])
  const half = kept.filter((task) => task.state !== 'pending' || !groups.has(task.taskGroupId) || !task.scheduled)
  expect(half).toEqual([])
  expect(groups.size).toBe(kept.length)

  const all = await database.select().from(versions)
  const numbers = new Map(all.map((row) => [`${row.taskQueueId} ${row.number}`, row]))
  for (const { taskQueueId, number, schemaSha256: sha256 } of acknowledged.versions) {
    expect(numbers.get(`${taskQueueId} ${number}`)).toMatchObject({ state: 'acknowledged', schemaSha256: sha256 })
  }
  expect(all.filter(({ state }) => state === 'intended')).toEqual([])
  const declarations = await database.select().from(audit).where(eq(audit.action, 'task-queue.declared'))
  for (const workerType of killedWorkerTypes) {
    const taskQueueId = `proj/${workerType}`
    const ofIt = all.filter((row) => row.taskQueueId === taskQueueId)
    // few kills may not have got to each of them
    if (ofIt.length === 0) continue
    expect(ofIt.map(({ number }) => number).sort((a, b) => a - b)).toEqual(ofIt.map((_, i) => i + 1))
    const [queue] = await database.select().from(taskQueues).where(eq(taskQueues.taskQueueId, taskQueueId))
    expect(queue?.schemaSha256).toBe((await currentVersion(store, taskQueueId))?.schemaSha256)
    expect(declarations.filter(({ entity }) => entity === `task-queue:${taskQueueId}`)).not.toEqual([])
    const inForce = and(
      eq(taskQueueSchemas.taskQueueId, taskQueueId),
      eq(taskQueueSchemas.version, queue?.schemaVersion ?? 0),
    )
    const [schema] = await database.select().from(taskQueueSchemas).where(inForce)
    expect(schema?.schemaSha256).toBe(queue?.schemaSha256)
    expect(schemaSha256(jsonObjectSchema.parse(schema?.payloadSchema))).toBe(queue?.schemaSha256)
  }
}

function markOf(definition: unknown): unknown {
  const payload = isJsonObject(definition) ? definition.payload : undefined
  const command = isJsonObject(payload) ? payload.command : undefined
  return Array.isArray(command) ? command[1] : undefined
}
