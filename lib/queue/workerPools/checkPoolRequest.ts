import { awsRules, azureRules, googleRules, staticRules } from '@/lib/pools/rules/providerRules'
import { ApiError, validationMessage } from '@/lib/queue/api/apiError'
import type { Call } from '@/lib/queue/api/method'
import { type SchemaFile, schemaFile, violationLine } from '@/lib/queue/api/schemaFile'
import type { WorkerPoolDefinition } from '@/lib/queue/schemas/workerPools'

/** A definition that was checked, and who gives it. */
export interface CheckedPool {
  /** with the defaults of the provider's schema filled in */
  definition: WorkerPoolDefinition
  who: string
}

/**
 * Checks who defines a pool, its provider, and its `config` by the provider's own schema, in this order. Throws AuthenticationFailed,
 * InsufficientScopes, InputError, InputValidationError.
 */
export async function checkPoolRequest(call: Call<WorkerPoolDefinition>): Promise<CheckedPool> {
  const { providerId, description, owner, emailOnError, config } = call.payload
  const caller = await call.authorize({ providerId })
  const who = caller.status === 'auth-success' ? caller.clientId : 'anonymous'
  if (`${description}${owner}`.includes('\0')) {
    throw new ApiError('InputError', 'Description and owner must not hold U+0000.')
  }
  const definition = { providerId, description, owner, emailOnError, config }
  if (providerId === nullProvider) return { definition, who }
  const provider = embeddedProviders.get(providerId)
  if (provider === undefined) {
    const ids = [...embeddedProviders.keys(), nullProvider].join(', ')
    throw new ApiError('InputError', `Invalid Provider\n\nThe providers of this deployment are: ${ids}.`)
  }
  const checked = provider.config.check(config)
  if (checked.valid) return { definition, who }
  const url = `${call.rootUrl}/schemas/worker-manager/v1/${provider.config.file}#`
  throw new ApiError('InputValidationError', validationMessage(url, checked.errors.map(violationLine)))
}

/** What a provider holds the `config` of its pools to. */
interface EmbeddedProvider {
  providerType: string
  config: SchemaFile
}

/**
 * The providers of the embedded worker-manager, by id: one of each type that starts workers, named after it. A pool is checked and kept, and
 * nothing is ever started.
 */
export const embeddedProviders = new Map<string, EmbeddedProvider>(
  Object.entries({ static: staticRules, google: googleRules, aws: awsRules, azure: azureRules }).map(
    ([providerType, rules]) => [
      providerType,
      { providerType, config: schemaFile(`config-${providerType}.json`, rules) },
    ],
  ),
)

/** The provider of pools that are to go. It is there without being configured, and takes any `config`. */
export const nullProvider = 'null-provider'
