import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { mergeJson } from '@/lib/pools/mergeJson'
import { providers } from '@/lib/pools/providers/providers'
import { awsConfig, googleConfig, pool, resources, template, worker } from '@/lib/pools/testing/samplePools'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { checkPool } from './checkPool'

const [googleLaunch, awsLaunch] = [googleConfig, awsConfig()].map(({ launchDefaults, launchConfigs }): JsonObject => {
  const first = Array.isArray(launchConfigs) ? launchConfigs[0] : undefined
  return isJsonObject(launchDefaults) && isJsonObject(first) ? mergeJson(launchDefaults, first) : {}
})
const whole: [keyof typeof providers, JsonObject][] = [
  ['google', googleLaunch ?? {}],
  ['aws', awsLaunch ?? {}],
  ['azure', { ...resources, ...template }],
]

/** Each member is left out, spoilt, or stands in the defaults, in the launch configuration, or in both. */
const places = fc.constantFrom('none', 'spoilt', 'defaults', 'own', 'own', 'both')

it.each(whole)('a pool of %s is right where worker-manager takes it, wherever a property is written', (name, all) => {
  const members = fc.record(Object.fromEntries(Object.keys(all).map((key) => [key, places])))
  let right = 0
  fc.assert(
    fc.property(members, (chosen) => {
      const part = (...kinds: string[]) => {
        const kept = Object.entries(chosen).filter(([, kind]) => kinds.includes(kind))
        return Object.fromEntries(
          kept.map(([key, kind]): [string, JsonValue] => [key, kind === 'spoilt' ? 5 : (all[key] ?? 0)]),
        )
      }
      const [launchDefaults, own] = [part('defaults', 'both'), part('own', 'both', 'spoilt')]
      const config = { minCapacity: 0, maxCapacity: 1, launchDefaults, launchConfigs: [own] }
      const launchConfig = { ...mergeJson(launchDefaults, own), workerConfig: { genericWorker: { config: {} } } }
      const definition = { minCapacity: 0, maxCapacity: 1, launchConfigs: [launchConfig] }
      const taken = findViolations(providers[name].managed?.rules ?? {}, definition).length === 0
      const errors = checkPool(pool(name, config), worker).filter(({ severity }) => severity === 'error')
      expect(errors.length === 0, JSON.stringify({ config, errors })).toBe(taken)
      if (taken) right += 1
    }),
    { numRuns: deepRuns(1000, 1 / 4) },
  )
  expect(right).toBeGreaterThan(0)
})
