import { getOwn, isJsonObject } from '@/lib/base/json'
import type { PoolInput } from './poolInput'
import { findProvider } from './providers/providers'

/**
 * Whether a pool says no more than what its hosts know, as one that was imported from a file of worker-runner: the part that worker-manager is told is
 * written somewhere else, so there is none to check, to write or to register.
 */
export function isHostPart({ provider, owner, config }: PoolInput): boolean {
  const runner = getOwn(config, 'runner')
  return (
    findProvider(provider)?.managed !== undefined &&
    owner === undefined &&
    isJsonObject(runner) &&
    Object.keys(runner).length > 0 &&
    Object.keys(config).length === 1
  )
}
