import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { providerNames } from '@/lib/pools/poolInput'
import { checkPoolDefinition, type DefinitionCheck } from './checkPoolDefinition'

const workerConfig: JsonObject = { genericWorker: { config: {} } }
const definition = (config: JsonValue): JsonObject => ({
  providerId: 'ours',
  description: '',
  config,
  owner: 'ops@example.com',
  emailOnError: false,
})
const aws = (more: JsonObject = {}, ...others: JsonObject[]): JsonObject => {
  const launchConfigs = [{ region: 'r', launchConfig: { ImageId: 'a' }, workerConfig, ...more }, ...others]
  return definition({ minCapacity: 0, maxCapacity: 1, launchConfigs })
}
const awsCheck: DefinitionCheck = { workerPoolId: 'proj/ci', provider: 'aws', rootUrl: 'https://tc.example.com' }
const codes = (given: JsonObject, check: Partial<DefinitionCheck> = {}) =>
  checkPoolDefinition(given, { ...awsCheck, ...check }).map(({ code, path }) => [code, path])

describe('user data of AWS', () => {
  const bytesBeside = JSON.stringify({
    more: '',
    rootUrl: awsCheck.rootUrl,
    workerPoolId: 'proj/ci',
    providerId: 'ours',
    workerGroup: 'r',
    workerConfig,
  }).length
  const room = 16_384 - bytesBeside
  const tooLarge = [['pool-user-data-too-large', 'config.launchConfigs[0]']]

  it.each<[string, string, string[][]]>([
    ['what just fits', 'x'.repeat(room), []],
    ['a byte more', 'x'.repeat(room + 1), tooLarge],
    ['fewer characters of more bytes', 'é'.repeat(Math.floor(room / 2) + 1), tooLarge],
    ['characters of four bytes', '🦊'.repeat(Math.floor(room / 4)), []],
    ['quotes, which are escaped', '"'.repeat(Math.floor(room / 2) + 1), tooLarge],
  ])('may have %s', (_, more, expected) => {
    expect(codes(aws({ additionalUserData: { more } }))).toEqual(expected)
  })

  it('counts the name of the deployment', () => {
    const given = aws({ additionalUserData: { more: 'x'.repeat(room) } })
    expect(codes(given, { rootUrl: undefined })).toEqual([])
    expect(codes(given, { rootUrl: 'https://taskcluster.example.com' })).toEqual(tooLarge)
  })

  it('is a matter of AWS alone', () => {
    const large = { genericWorker: { config: { more: 'x'.repeat(20_000) } } }
    expect(codes(aws({ workerConfig: large }))).toEqual(tooLarge)
    expect(codes(definition({ workerConfig: large }), { provider: 'static' })).toEqual([])
  })
})

describe('a definition', () => {
  const named = (launchConfigId: JsonValue, region: string): JsonObject => ({
    region,
    launchConfig: { ImageId: 'a' },
    workerConfig,
    workerManager: { launchConfigId },
  })

  it.each<[string, JsonObject, Partial<DefinitionCheck>, string[][]]>([
    ['a pool id that is none', aws(), { workerPoolId: 'proj' }, [['pool-id-invalid', '']]],
    ['a config that is no object', definition([]), {}, [['pool-invalid', 'config']]],
    ['no config', { ...definition({}), config: null }, {}, [['pool-invalid', 'config']]],
    [
      'one name three times',
      aws({ workerManager: { launchConfigId: 'a' } }, named('a', 's'), named('b', 't'), named('a', 'u')),
      {},
      [
        ['pool-launch-config-ids', 'config.launchConfigs[1].workerManager.launchConfigId'],
        ['pool-launch-config-ids', 'config.launchConfigs[3].workerManager.launchConfigId'],
      ],
    ],
    ['no name several times', aws({}, { ...named('a', 's'), workerManager: {} }), {}, []],
    [
      'references in each launch configuration',
      aws({ workerConfig: { genericWorker: { config: { a: { $env: 'A' } } } } }),
      {},
      [['pool-reference', 'config.launchConfigs[0].workerConfig.genericWorker.config.a']],
    ],
    ['nothing for standalone workers but the frame', definition({ any: 1 }), { provider: 'standalone' }, []],
    ['equal capacities', definition({ minCapacity: 2, maxCapacity: 2, launchConfigs: [] }), {}, []],
    [
      'capacities in the wrong order',
      definition({ minCapacity: 3, maxCapacity: 2, launchConfigs: [] }),
      { provider: 'google' },
      [['pool-capacities', 'config.minCapacity']],
    ],
    [
      'launch configurations that are none',
      definition({ minCapacity: 0, maxCapacity: 2, launchConfigs: [1, null] }),
      { provider: 'google' },
      [
        ['pool-invalid', 'config.launchConfigs[0]'],
        ['pool-invalid', 'config.launchConfigs[1]'],
      ],
    ],
    [
      'launch configurations of Azure that are none',
      definition({ minCapacity: 0, maxCapacity: 2, launchConfigs: [1] }),
      { provider: 'azure' },
      [['pool-invalid', 'config.launchConfigs[0]']],
    ],
  ])('is told of %s', (_, given, check, expected) => {
    expect(codes(given, check)).toEqual(expected)
  })

  it('of Azure is told about the form that was meant', () => {
    const template = { workerConfig, armDeployment: { mode: 'x', template: {}, parameters: { location: {} } } }
    const resources = { workerConfig, location: 'eastus', subnetId: '/n', storageProfile: { osDisk: {} } }
    const given = definition({ minCapacity: 0, maxCapacity: 2, launchConfigs: [template, resources] })
    expect(codes(given, { provider: 'azure' })).toEqual([
      ['pool-invalid', 'config.launchConfigs[0].armDeployment.mode'],
      ['pool-invalid', 'config.launchConfigs[1].hardwareProfile'],
    ])
  })

  it('is never too odd to be checked', () => {
    const key = fc.constantFrom(
      'config',
      'launchConfigs',
      'workerConfig',
      'genericWorker',
      'workerManager',
      '__proto__',
    )
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<JsonValue>(null, 0, 1e308, '', 'x', true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value')),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.constantFrom(...providerNames), (given, provider) => {
        const problems = checkPoolDefinition(given, { workerPoolId: 'proj/ci', provider })
        expect(problems.every(({ message, severity }) => message !== '' && severity === 'error')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
