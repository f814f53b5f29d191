import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { guessProvider } from './readPool'

const launch = (...launchConfigs: JsonValue[]): JsonObject => ({ minCapacity: 0, maxCapacity: 1, launchConfigs })

it.each<[string, JsonObject, string | undefined]>([
  ['nothing at all', {}, 'static'],
  ['a lifecycle', { lifecycle: {}, workerConfig: {} }, 'static'],
  ['capacities alone', { minCapacity: 0, maxCapacity: 1 }, undefined],
  ['no launch configuration', launch(), undefined],
  ['launch configurations that are no list', { launchConfigs: { zone: 'a' } }, undefined],
  ['launch configurations that are none', launch(null, 1, []), undefined],
  ['a zone', launch({ zone: 'a' }), 'google'],
  ['a machine type', launch({ machineType: 'm' }), 'google'],
  ['arguments', launch({ region: 'r', launchConfig: {} }), 'aws'],
  ['a region alone', launch({ region: 'r' }), undefined],
  ['a place', launch({ location: 'l' }), 'azure'],
  ['a template', launch({ armDeployment: {} }), 'azure'],
  ['hardware in a zone', launch({ hardwareProfile: {}, zone: 'a' }), 'azure'],
  ['the first of several', launch(null, { launchConfig: {} }, { zone: 'a' }), 'aws'],
  ['names that every object inherits', launch({ constructor: 1 }), undefined],
])('takes %s for its provider', (_, config, provider) => {
  expect(guessProvider(config)).toBe(provider)
})
