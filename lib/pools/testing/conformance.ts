import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isJsonObject, type JsonObject } from '../../base/json'

const folder = join(resolve(process.env.CONFORMANCE_DIR ?? '../shared/conformance'), 'generic-worker')

/** Where the data is absent, tests that need it are skipped, but never in CI: there they fail. */
export const conformanceIsAbsent = !existsSync(folder) && process.env.CI === undefined

/** The files of a kind, by name. */
export function conformanceFiles(kind: 'pools' | 'runner' | 'gw-config' | 'config'): { name: string; text: string }[] {
  if (conformanceIsAbsent) return []
  const names = readdirSync(join(folder, kind)).sort()
  return names.map((name) => ({ name, text: readFileSync(join(folder, kind, name), 'utf8') }))
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
