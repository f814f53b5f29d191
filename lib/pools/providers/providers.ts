import type { ProviderName } from '@/lib/pools/poolInput'
import { aws } from './aws'
import { azure } from './azure'
import { google } from './google'
import type { Provider } from './provider'
import { standalone, staticProvider } from './static'

/** All providers, by name. */
export const providers: Record<ProviderName, Provider> = { standalone, static: staticProvider, google, aws, azure }

/** The provider of a name that a document has; undefined where there is none. */
export function findProvider(name: string): Provider | undefined {
  return Object.values(providers).find((provider) => provider.name === name)
}
