import { isJsonObject, type JsonObject, type JsonValue, sortKeys } from '@/lib/base/json'
import { withBaseUrls } from '@/lib/compose/design/baseUrls'
import { selectedEngine, settingsOf } from '@/lib/compose/design/configurations'
import type { Design } from '@/lib/compose/design/design'
import { neededTransforms } from '@/lib/compose/design/references'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import type { ConfigFormat } from './configFormat'
import { readTaskclusterWorker } from './readTaskclusterWorker'

/** The configuration file of taskcluster-worker: `{transforms, config: {engine, engines, plugins, …settings}}`. */
export const taskclusterWorkerFormat: ConfigFormat = {
  recognise: (data) => isJsonObject(data) && isJsonObject(data.config) && !Object.hasOwn(data, 'worker'),
  namesEngine: true,
  write,
  read: readTaskclusterWorker,
  placeInFile,
}

function write(resolved: ResolvedDesign): JsonValue {
  const { design, engine, catalog } = resolved
  const fill = (config: JsonValue, entry: Parameters<typeof withBaseUrls>[1]) =>
    design.rootUrl === undefined ? config : withBaseUrls(config, entry, design.rootUrl)
  const engines: JsonObject = { ...design.otherEngines, [engine.entry.name]: selectedEngine(design).config }
  const plugins: JsonObject = {}
  if (design.disabledPlugins.length > 0) plugins.disabled = [...design.disabledPlugins].sort()
  for (const name of Object.keys(design.plugins).sort()) {
    const entry = catalog.plugins[name]
    const config = design.plugins[name] ?? null
    plugins[name] = sortKeys(entry ? fill(config, entry) : config)
  }
  const settings = fill(settingsOf(design, catalog.worker), catalog.worker)
  const config: JsonObject = {
    engine: design.engine.name,
    engines: sortKeys(engines),
    plugins,
    ...(isJsonObject(settings) ? sortKeys(settings) : {}),
  }
  const transforms = design.transforms ?? neededTransforms(config)
  return { ...(transforms.length > 0 ? { transforms } : {}), config }
}

function placeInFile(path: string, design: Design): string {
  const rules: [RegExp, string][] = [
    [/^engine\.name$/, 'config.engine'],
    [/^engine\.config/, `config.engines.${typeof design.engine.name === 'string' ? design.engine.name : 'engine'}`],
    [/^otherEngines\b/, 'config.engines'],
    [/^disabledPlugins\b/, 'config.plugins.disabled'],
    [/^plugins\b/, 'config.plugins'],
    [/^settings\b/, 'config'],
    [/^(?=(provisionerId|workerType)$)/, 'config.worker.'],
  ]
  const rule = rules.find(([pattern]) => pattern.test(path))
  return rule ? path.replace(rule[0], () => rule[1]) : path
}
