import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { ProviderName } from '@/lib/pools/poolInput'

/** Places of a launch configuration where a cloud takes texts alone, and worker-manager looks at nothing. `*` is any member. */
const places: Partial<Record<ProviderName, { cloud: string; at: string[] }>> = {
  azure: {
    cloud: 'Azure',
    at: [
      'tags/*',
      'armDeploymentResourceGroup',
      'priority',
      'hardwareProfile/vmSize',
      'storageProfile/imageReference/*',
    ],
  },
  google: {
    cloud: 'Google',
    at: [
      'labels/*',
      'tags/items/*',
      'metadata/items/*/key',
      'metadata/items/*/value',
      'disks/*/labels/*',
      'disks/*/initializeParams/labels/*',
      'disks/*/initializeParams/sourceImage',
    ],
  },
  aws: {
    cloud: 'AWS',
    at: [
      'launchConfig/TagSpecifications/*/Tags/*/Key',
      'launchConfig/TagSpecifications/*/Tags/*/Value',
      'launchConfig/InstanceType',
      'launchConfig/KeyName',
      'launchConfig/SubnetId',
      'launchConfig/SecurityGroupIds/*',
    ],
  },
}

/**
 * Numbers, truth values and the like where the cloud takes a text: YAML makes them of a value without quotes, worker-manager passes them on, and no
 * machine starts. Problem: `pool-text-needed`.
 */
export function cloudTexts(launchConfig: JsonObject, provider: ProviderName, path: string): Problem[] {
  const { cloud = '', at = [] } = places[provider] ?? {}
  return at.flatMap((place) =>
    valuesAt(launchConfig, place.split('/'), path)
      .filter(({ value }) => typeof value !== 'string')
      .map(({ value, path: found }) => textNeeded(value, found, cloud)),
  )
}

function valuesAt(value: JsonValue, [head, ...rest]: string[], path: string): { value: JsonValue; path: string }[] {
  if (head === undefined) return [{ value, path }]
  if (head === '*' && Array.isArray(value)) {
    return value.flatMap((item, i) => valuesAt(item, rest, appendPath(path, i)))
  }
  if (!isJsonObject(value)) return []
  const names = head === '*' ? Object.keys(value) : [head].filter((name) => Object.hasOwn(value, name))
  return names.flatMap((name) => valuesAt(value[name] ?? null, rest, appendPath(path, name)))
}

function textNeeded(value: JsonValue, path: string, cloud: string): Problem {
  const isScalar = value !== null && typeof value !== 'object'
  const what = isScalar ? `the ${typeof value === 'number' ? 'number' : 'truth value'} ${value}` : 'something else'
  return {
    code: 'pool-text-needed',
    severity: 'error',
    message: `${cloud} takes text alone here, and this is ${what}: no machine would start.`,
    path,
    // a number is not written back: zeros in front and digits beyond 15 are gone by now
    help: isScalar ? 'Put the value in quotes.' : 'Write a text.',
  }
}
