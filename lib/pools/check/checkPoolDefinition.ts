import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { ProviderName } from '@/lib/pools/poolInput'
import { providers } from '@/lib/pools/providers/providers'
import { definitionRules, workerPoolIdPattern } from '@/lib/pools/rules/definitionRules'
import { azureDeploymentRules, azureResourceRules } from '@/lib/pools/rules/providerRules'
import { checkWorkerConfig } from './checkWorkerConfig'
import { cloudTexts } from './cloudTexts'
import { violationProblems } from './violationProblems'

/** What a definition is checked with. */
export interface DefinitionCheck {
  workerPoolId: string
  provider: ProviderName
  /** counts for the size of AWS user data, where it is known */
  rootUrl?: string
}

const largestUserData = 16_384

/**
 * Holds a definition to what worker-manager, and the cloud behind it, would say. Problems: `pool-invalid` (the schemas of worker-manager),
 * `pool-id-invalid`, `pool-azure-form`, `pool-user-data-too-large`, `pool-text-needed`, those of `checkWorkerConfig`, and the warnings `pool-capacities` and
 * `pool-launch-config-ids`. Paths are those of the definition.
 */
export function checkPoolDefinition(definition: JsonObject, check: DefinitionCheck): Problem[] {
  const problems: Problem[] = []
  if (!new RegExp(workerPoolIdPattern).test(check.workerPoolId)) problems.push(badId(check.workerPoolId))
  for (const problem of violationProblems(definitionRules, definition, '', 'pool-invalid')) problems.push(problem)
  const config = getOwn(definition, 'config')
  const rules = providers[check.provider].managed?.rules
  if (!isJsonObject(config) || rules === undefined) return problems
  const ofConfig = check.provider === 'azure' ? azureProblems(config, rules) : schemaProblems(config, rules)
  for (const problem of ofConfig) problems.push(problem)
  if (check.provider === 'static') {
    return [...problems, ...checkWorkerConfig(getOwn(config, 'workerConfig'), 'config.workerConfig')]
  }
  const launchConfigs = launchConfigsOf(config)
  for (const [i, launchConfig] of launchConfigs.entries()) {
    const path = `config.launchConfigs[${i}]`
    problems.push(...checkWorkerConfig(getOwn(launchConfig, 'workerConfig'), `${path}.workerConfig`))
    problems.push(...cloudTexts(launchConfig, check.provider, path))
    if (check.provider === 'aws') problems.push(...userDataProblems(launchConfig, definition, check, path))
  }
  return [...problems, ...capacityProblems(config), ...nameProblems(launchConfigs)]
}

function schemaProblems(config: JsonObject, rules: JsonObject): Problem[] {
  return violationProblems(rules, config, 'config', 'pool-invalid')
}

/** A launch configuration of Azure fits exactly one of two forms. Where it fits none, the words are about the one that was meant. */
function azureProblems(config: JsonObject, rules: JsonObject): Problem[] {
  const properties = isJsonObject(rules.properties) ? rules.properties : {}
  const frame = {
    ...rules,
    properties: { ...properties, launchConfigs: { type: 'array', uniqueItems: true, items: { type: 'object' } } },
  }
  const each = launchConfigsOf(config).flatMap((launchConfig, i) => {
    const path = `config.launchConfigs[${i}]`
    const ofResources = violationProblems(azureResourceRules, launchConfig, path, 'pool-invalid')
    const ofTemplate = violationProblems(azureDeploymentRules, launchConfig, path, 'pool-invalid')
    if (ofResources.length > 0 && ofTemplate.length > 0) {
      return Object.hasOwn(launchConfig, 'armDeployment') ? ofTemplate : ofResources
    }
    return ofResources.length === 0 && ofTemplate.length === 0 ? [twoForms(path)] : []
  })
  return [...schemaProblems(config, frame), ...each]
}

function launchConfigsOf(config: JsonObject): JsonObject[] {
  const launchConfigs = getOwn(config, 'launchConfigs')
  return Array.isArray(launchConfigs) ? launchConfigs.filter(isJsonObject) : []
}

function userDataProblems(
  launchConfig: JsonObject,
  { providerId = '' }: JsonObject,
  { workerPoolId, rootUrl = '' }: DefinitionCheck,
  path: string,
): Problem[] {
  const { region = '', workerConfig = {} } = launchConfig
  const more = getOwn(launchConfig, 'additionalUserData')
  const own = { rootUrl, workerPoolId, providerId, workerGroup: region, workerConfig }
  const bytes = new TextEncoder().encode(JSON.stringify({ ...(isJsonObject(more) ? more : {}), ...own })).length
  if (bytes <= largestUserData) return []
  return [
    {
      code: 'pool-user-data-too-large',
      severity: 'error',
      message: `The user data of a machine would have ${bytes} bytes; AWS takes at most ${largestUserData}, and the worker's configuration is part of it.`,
      path,
      help: 'Put files into the image, and long values into the secret `worker-pool:<pool>`.',
    },
  ]
}

function capacityProblems({ minCapacity, maxCapacity }: JsonObject): Problem[] {
  if (typeof minCapacity !== 'number' || typeof maxCapacity !== 'number' || minCapacity <= maxCapacity) return []
  return [
    {
      code: 'pool-capacities',
      severity: 'warning',
      message: `The smallest capacity, ${minCapacity}, is above the largest one, ${maxCapacity}.`,
      path: 'config.minCapacity',
    },
  ]
}

function nameProblems(launchConfigs: JsonObject[]): Problem[] {
  const ids = launchConfigs.map(({ workerManager }) =>
    isJsonObject(workerManager) ? getOwn(workerManager, 'launchConfigId') : undefined,
  )
  return ids.flatMap((id, i): Problem[] => {
    const first = ids.indexOf(id)
    if (id === undefined || first === i) return []
    return [
      {
        code: 'pool-launch-config-ids',
        severity: 'warning',
        message: `Launch configurations ${first + 1} and ${i + 1} have one name, ${JSON.stringify(id)}.`,
        path: `config.launchConfigs[${i}].workerManager.launchConfigId`,
        help: 'Give each a name of its own, or none.',
      },
    ]
  })
}

function twoForms(path: string): Problem {
  return {
    code: 'pool-azure-form',
    severity: 'error',
    message:
      'This launch configuration is complete both as resources (location, subnetId, hardwareProfile, storageProfile) and as a template (armDeployment); worker-manager takes exactly one.',
    path,
    help: 'Take out `armDeployment`, or one of `location`, `subnetId`, `hardwareProfile` and `storageProfile`.',
  }
}

function badId(workerPoolId: string): Problem {
  return {
    code: 'pool-id-invalid',
    severity: 'error',
    message: `Worker-manager takes no worker pool named ${workerPoolId}.`,
    path: '',
    help: 'A worker type has at most 38 lower-case letters, digits and hyphens, and begins with a letter.',
  }
}
