import { awsRules } from '@/lib/pools/rules/awsRules'
import { azureRules } from '@/lib/pools/rules/azureRules'
import { googleRules } from '@/lib/pools/rules/googleRules'
import { staticRules } from '@/lib/pools/rules/staticRules'
import { type SchemaFile, schemaFile } from '@/lib/queue/api/schemaFile'

/** What a provider holds the `config` of its pools to. */
export interface EmbeddedProvider {
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
