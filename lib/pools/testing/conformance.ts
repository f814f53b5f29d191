import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { readRecording, recordingNames } from '@/lib/base/testing/recordings'

const worker = 'generic-worker'

/** The files of a kind, by name. */
export function conformanceFiles(kind: 'pools' | 'runner' | 'gw-config' | 'config'): { name: string; text: string }[] {
  return recordingNames(worker, kind).map((name) => ({ name, text: readRecording(worker, kind, name) }))
}

/** One of the minimal pools. */
export interface ConformancePool {
  name: string
  workerPoolId: string
  definition: JsonObject
}

export function conformancePools(): ConformancePool[] {
  return conformanceFiles('pools').map(({ name, text }) => {
    const { workerPoolId, createWorkerPool } = JSON.parse(text)
    if (!isJsonObject(createWorkerPool)) throw new Error(`${name} has no definition`)
    return { name, workerPoolId: String(workerPoolId), definition: createWorkerPool }
  })
}

/** A test's worker of a pool id. */
export function workerOf(workerPoolId: string, config: JsonObject) {
  const [provisionerId = '', workerType = ''] = workerPoolId.split('/')
  return { provisionerId, workerType, description: '', config }
}
