import fc from 'fast-check'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { WorkerCatalog } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'
import { arbitraryFromSchema } from '@/lib/lifecycle/testing/arbitraryFromSchema'

const numbers = [0, 1, 2, 80, 60098, 65535]
const words = Object.fromEntries(
  ['capacity', 'livelogPortBase', 'interactivePort', 'taskclusterProxyPort', 'maxTaskRunTime'].map((name) => [
    name,
    numbers,
  ]),
)

/**
 * Designs of generic-worker for one build: any settings and any plugins, on or off, with any properties, those included that only other builds know.
 * One in `strange` properties is chosen without looking at the build.
 */
export function arbitraryGenericWorkerDesign(
  worker: WorkerCatalog,
  engine: string,
  strange = 60,
): fc.Arbitrary<Design> {
  const ofBuild = (entry: { engines?: JsonValue | undefined } | JsonValue) =>
    !isJsonObject(entry) || !Array.isArray(entry.engines) || entry.engines.includes(engine)
  const some = (schema: JsonObject, isHere = true) => {
    const members = Object.entries(isJsonObject(schema.properties) ? schema.properties : {}).map(([name, property]) => {
      const value = arbitraryFromSchema(property, words, name).map((made): [string, JsonValue][] => [[name, made]])
      const weight = isHere && ofBuild(property) ? 12 : 1
      return fc.oneof(
        { weight: isHere && ofBuild(property) ? 24 : strange, arbitrary: fc.constant([]) },
        { weight, arbitrary: value },
      )
    })
    return fc.tuple(...members).map((entries): JsonObject => Object.fromEntries(entries.flat()))
  }
  const plugins = Object.values(worker.plugins).map((plugin) => {
    const isHere = plugin.engines?.includes(engine) ?? true
    const knows = isHere && (plugin.switch?.engines?.includes(engine) ?? true)
    const config = some(plugin.configSchema, knows).map((made): [string, JsonObject][] => [[plugin.name, made]])
    return fc.oneof(
      { weight: isHere ? 1 : strange, arbitrary: fc.constant([]) },
      { weight: isHere ? 5 : 1, arbitrary: config },
    )
  })
  return fc
    .record({
      settings: some(worker.worker.configSchema),
      plugins: fc.tuple(...plugins).map((entries) => Object.fromEntries(entries.flat())),
      off: fc.subarray(Object.keys(worker.plugins), { maxLength: 4 }),
      strict: fc.boolean(),
    })
    .map(({ settings, plugins, off, strict }) => ({
      worker: worker.worker.name,
      provisionerId: 'proj',
      workerType: 'any',
      description: 'Any',
      strict,
      engine: { name: engine, config: {} },
      plugins,
      disabledPlugins: off.filter((name) => Object.hasOwn(plugins, name)),
      otherEngines: {},
      settings,
      samples: {},
    }))
}
