import { getOwn, type JsonObject } from '@/lib/base/json'
import { yamlText } from '@/lib/base/yamlText'
import { isManagedElsewhere, managedPrefix } from '@/lib/pools/managedElsewhere'
import type { PoolDefinition } from '@/lib/pools/poolDefinition'

/**
 * The pool as a set of resources of tc-admin, the form that its `Resources` class writes and reads (tcadmin/resources/resources.py, `to_json` and
 * `from_json`; tcadmin/resources/worker_pool.py for the kind WorkerPool): a list with a `kind` each, and patterns of the names that are
 * managed. Tc-admin puts its mark before every description, so it is written here.
 */
export function tcAdminResources({ workerPoolId, definition }: PoolDefinition): JsonObject {
  const { providerId = '', owner = '', emailOnError = false, config = {} } = definition
  const given = getOwn(definition, 'description')
  const text = typeof given === 'string' ? given : ''
  const description = isManagedElsewhere(text) ? text : managedPrefix + text
  const resource = { kind: 'WorkerPool', workerPoolId, description, owner, emailOnError, providerId, config }
  return { resources: [resource], managed: [`WorkerPool=${workerPoolId}$`] }
}

/** The same as YAML. */
export function tcAdminFile(pool: PoolDefinition): string {
  const comment = `Worker pool ${pool.workerPoolId} as resources of tc-admin.`
  return yamlText(tcAdminResources(pool), comment)
}
