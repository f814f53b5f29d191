import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { foldName } from '@/lib/base/texts'

/** What the member `pool` of a design says of its machines. */
export interface MachineFacts {
  /** '' where the design has no pool */
  provider: string
  /** properties of the worker's configuration that worker-runner has a value for, of those that are facts of a machine */
  brings: string[]
}

/** The property, and where worker-runner finds it in the metadata of a provider. */
const inMetadata: Record<string, string> = {
  publicIP: 'public-ipv4',
  privateIP: 'local-ipv4',
  instanceType: 'instance-type',
  region: 'region',
  availabilityZone: 'availability-zone',
}

/** Clouds tell worker-runner what a machine is; machines that no cloud knows have what the pool says of them. */
export function machineFacts(pool: JsonObject | undefined): MachineFacts {
  const provider = pool === undefined ? '' : String(getOwn(pool, 'provider') ?? '')
  const names = Object.keys(inMetadata)
  if (provider !== 'static' && provider !== 'standalone') return { provider, brings: provider === '' ? [] : names }
  const config = pool === undefined ? undefined : getOwn(pool, 'config')
  const runner = isJsonObject(config) ? getOwn(config, 'runner') : undefined
  const keys = (name: string) => {
    const value = isJsonObject(runner) ? getOwn(runner, name) : undefined
    return isJsonObject(value) ? Object.keys(value) : []
  }
  const own = keys('workerConfig').map(foldName)
  const metadata = keys('providerMetadata')
  return {
    provider,
    brings: names.filter((name) => own.includes(foldName(name)) || metadata.includes(inMetadata[name] ?? '')),
  }
}
