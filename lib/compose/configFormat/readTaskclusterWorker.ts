import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { commonRootUrl, withBaseUrls, withoutBaseUrls } from '@/lib/compose/design/baseUrls'
import type { Design } from '@/lib/compose/design/design'
import { placePath } from '@/lib/compose/design/places'
import { isReference, neededTransforms, TRANSFORMS } from '@/lib/compose/design/references'
import { applyTransforms } from './applyTransforms'
import { checkConfigCredentials } from './checkConfigCredentials'
import type { ReadConfig, ReadOptions } from './configFormat'

const WORKER = 'taskcluster-worker'

/** Takes a configuration file of taskcluster-worker apart; see ConfigFormat.read. */
export function readTaskclusterWorker(
  data: JsonValue,
  catalog: Catalog,
  { environment }: ReadOptions = {},
): ReadConfig {
  if (!isJsonObject(data)) return { problems: [invalid('', 'The file is no object with a config property.')] }
  const problems = checkTransforms(data.transforms)
  if (!isJsonObject(data.config)) {
    return { problems: [...problems, invalid('config', 'The property config is missing or no object.')] }
  }
  const transforms = Array.isArray(data.transforms)
    ? data.transforms.filter((name): name is string => typeof name === 'string')
    : []
  const config = transformed(data.config, transforms, environment, problems)
  const { engine, engines, plugins, ...rest } = config
  problems.push(
    ...checkStructure({ engine, engines, plugins }),
    ...checkSecretsTransform(transforms, config),
    // Where the environment is known, the order in which references were replaced is seen only in the file.
    ...checkConfigCredentials(data.config.credentials, transforms, ['config', 'credentials']),
  )
  if (!isJsonObject(engines) || !isJsonObject(plugins) || engine === undefined) return { problems }
  const name = typeof engine === 'string' || isReference(engine) ? engine : ''
  const selected = typeof name === 'string' ? name : ''
  if (typeof engine === 'string' && !Object.hasOwn(engines, engine)) {
    problems.push(invalid(placePath(['config', 'engines', engine]), 'The selected engine has no configuration.'))
  }
  const { [selected]: engineConfig = {}, ...otherEngines } = engines
  const { disabled, ...pluginConfigs } = plugins
  const settings = { ...rest }
  const identity = isJsonObject(rest.worker) ? rest.worker : {}
  const { provisionerId = '', workerType = '', ...worker } = identity
  const named = { provisionerId, workerType }
  const take = (value: JsonValue): value is string | JsonObject => typeof value === 'string' || isReference(value)
  if (isJsonObject(rest.worker)) {
    // An identity of a wrong type stays among the settings, where its schema says so.
    const left = Object.fromEntries(Object.entries(named).filter(([, value]) => !take(value)))
    settings.worker = { ...worker, ...left }
  }
  const design: Design = {
    worker: WORKER,
    provisionerId: take(provisionerId) ? provisionerId : '',
    workerType: take(workerType) ? workerType : '',
    description: '',
    strict: false,
    engine: { name, config: engineConfig },
    plugins: pluginConfigs,
    disabledPlugins: Array.isArray(disabled) ? disabled.filter((item) => typeof item === 'string') : [],
    otherEngines,
    settings,
    samples: {},
  }
  const listed = transforms.filter((transform) => environment === undefined || transform !== 'env')
  if (listed.join() !== neededTransforms(config).join()) design.transforms = listed
  return { design: withRootUrl(design, catalog), problems }
}

function transformed(
  config: JsonObject,
  transforms: string[],
  environment: Record<string, string> | undefined,
  problems: Problem[],
): JsonObject {
  // The root object itself is never replaced, so only its members are looked at.
  const members = Object.entries(config).map(
    ([name, member]) => [name, applyTransforms(member, transforms, environment, ['config', name], problems)] as const,
  )
  return Object.fromEntries(members)
}

function checkTransforms(transforms: JsonValue | undefined): Problem[] {
  if (transforms === undefined) return []
  if (!Array.isArray(transforms)) return [invalid('transforms', 'The property transforms is no list.')]
  return transforms.flatMap((name, index) => {
    if (typeof name === 'string' && TRANSFORMS.some((known) => known === name)) return []
    const message = `There is no transform called ${JSON.stringify(name)} (the worker itself reports this place as config[${index}]).`
    return [{ ...invalid(`transforms[${index}]`, message), help: `Use some of ${[...TRANSFORMS].sort().join(', ')}.` }]
  })
}

function checkStructure(parts: Record<string, JsonValue | undefined>): Problem[] {
  const problems: Problem[] = []
  const { engine, engines, plugins } = parts
  if (engine === undefined) problems.push(invalid('config.engine', 'The property is missing.'))
  else if (typeof engine !== 'string' && !isReference(engine)) {
    problems.push(invalid('config.engine', 'The name of the engine must be text.'))
  }
  for (const [name, value] of Object.entries({ engines, plugins })) {
    const path = `config.${name}`
    if (value === undefined) problems.push(invalid(path, 'The property is missing.'))
    else if (isReference(value)) problems.push(openStructure(path, 'object'))
    else if (!isJsonObject(value)) problems.push(invalid(path, 'Must be an object.'))
  }
  const disabled = isJsonObject(plugins) ? plugins.disabled : undefined
  if (disabled === undefined) return problems
  const items = Array.isArray(disabled) ? disabled : [disabled]
  if (items.some(isReference)) problems.push(openStructure('config.plugins.disabled', 'list'))
  else if (!Array.isArray(disabled) || !disabled.every((item) => typeof item === 'string')) {
    problems.push(invalid('config.plugins.disabled', 'Must be a list of plugin names.'))
  }
  return problems
}

/** A design keeps engines and plugins by name, so their names must stand in the file. */
function openStructure(path: string, what: string): Problem {
  const message = 'What stands here is known only where the worker runs.'
  return { ...invalid(path, message), code: 'sample-needed', help: `Write the ${what} itself.` }
}

/** The secrets transform asks for credentials even where nothing refers to a secret (facts, section 2). */
function checkSecretsTransform(transforms: string[], config: JsonObject): Problem[] {
  if (!transforms.includes('secrets')) return []
  const credentials = config.credentials
  const usable =
    isJsonObject(credentials) &&
    [credentials.clientId, credentials.accessToken].every((value) => value !== undefined && value !== '')
  return usable || (credentials !== undefined && isReference(credentials))
    ? []
    : [
        {
          ...invalid('config.credentials', 'The transform secrets needs clientId and accessToken.'),
          help: 'Add credentials, or take secrets out of transforms.',
        },
      ]
}

/** Base URLs of one deployment become its rootUrl, unless one is missing: writing the configuration again would add it. */
function withRootUrl(design: Design, catalog: Catalog): Design {
  const worker = catalog.workers[WORKER]
  const rootUrl = worker && commonRootUrl(design.settings, worker.worker)
  if (worker === undefined || rootUrl === undefined) return design
  const plugins = Object.entries(design.plugins).map(([name, config]) => {
    const entry = Object.hasOwn(worker.plugins, name) ? worker.plugins[name] : undefined
    return { name, config, entry }
  })
  const changed = plugins.some(({ config, entry }) => entry && !equalJson(withBaseUrls(config, entry, rootUrl), config))
  if (changed) return design
  const shorter = plugins.map(({ name, config, entry }) => [
    name,
    entry && isJsonObject(config) ? withoutBaseUrls(config, entry, rootUrl) : config,
  ])
  return {
    ...design,
    rootUrl,
    settings: withoutBaseUrls(design.settings, worker.worker, rootUrl),
    plugins: Object.fromEntries(shorter),
  }
}

function invalid(path: string, message: string): Problem {
  return { code: 'config-invalid', severity: 'error', message, path }
}
