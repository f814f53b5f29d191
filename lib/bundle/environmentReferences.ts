import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { findReferences } from '@/lib/compose/references'

/**
 * The names of the environment variables that a worker's configuration reads when it starts, sorted. A configuration that does not list
 * the `env` transform reads none.
 */
export function environmentReferences(workerConfig: JsonValue): string[] {
  if (!isJsonObject(workerConfig) || !Array.isArray(workerConfig.transforms)) return []
  if (!workerConfig.transforms.includes('env')) return []
  const names = findReferences(workerConfig.config ?? null).flatMap(({ reference }) =>
    typeof reference.$env === 'string' ? [reference.$env] : [],
  )
  return [...new Set(names)].sort()
}
