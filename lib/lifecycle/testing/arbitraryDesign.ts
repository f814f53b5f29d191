import fc from 'fast-check'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { WorkerCatalog } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { arbitraryFromSchema } from './arbitraryFromSchema'
import { words } from './words'

/** Properties that a script may declare, so that payloads can be made without knowing the configuration. */
export const scriptProperties: JsonObject = {
  url: { type: 'string', format: 'uri' },
  level: { type: 'integer', minimum: 0, maximum: 9 },
  names: { type: 'array', items: { type: 'string', maxLength: 5 } },
  options: { type: 'object', properties: { fast: { type: 'boolean' } }, additionalProperties: false },
}

/** Objects as JSON.parse makes them. */
const plain = { noNullPrototype: true }

/** Configurations whose schema does not say enough, or too much. */
const special: Record<string, fc.Arbitrary<JsonValue>> = {
  relengapi: fc.constant({ token: { $env: 'TOKEN' } }),
  script: fc.subarray(Object.entries(scriptProperties)).map((properties) => ({
    command: ['/bin/true'],
    schema: { type: 'object', properties: Object.fromEntries(properties), required: [] },
  })),
  qemu: fc.record(
    {
      network: fc.constant({ subnets: 1 }),
      limits: fc.record(
        {
          maxMemory: fc.constantFrom(1, 512, 4096),
          maxCPUs: fc.constantFrom(1, 4),
          defaultThreads: fc.constant(1),
        },
        plain,
      ),
    },
    plain,
  ),
}

/** Designs on one engine: any plugins, on or off, in any configuration, strict or not, with and without a web hook server and superseding. */
export function arbitraryDesign(worker: WorkerCatalog, engine: string): fc.Arbitrary<Design> {
  const config = (name: string, schema: JsonValue) => special[name] ?? arbitraryFromSchema(schema, words)
  const plugins = Object.values(worker.plugins).map(({ name, configSchema }) => {
    const one = config(name, configSchema).map((value): [string, JsonValue][] => [[name, value]])
    return fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: one })
  })
  return fc
    .record({
      engine: config(engine, worker.engines[engine]?.configSchema ?? {}),
      plugins: fc.tuple(...plugins).map((entries) => Object.fromEntries(entries.flat())),
      disabled: fc.subarray(Object.keys(worker.plugins), { maxLength: 2 }),
      strict: fc.boolean(),
      webHookServer: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
      enableSuperseding: fc.boolean(),
    })
    .map(({ engine: engineConfig, plugins, disabled, strict, webHookServer, enableSuperseding }) =>
      makeDesign(engine, engineConfig, plugins, { disabled, strict, webHookServer, enableSuperseding }),
    )
}

interface Switches {
  disabled: string[]
  strict: boolean
  webHookServer: boolean
  enableSuperseding: boolean
}

function makeDesign(engine: string, config: JsonValue, plugins: Record<string, JsonValue>, switches: Switches): Design {
  const design = exampleDesign(engine, plugins, { engine: { name: engine, config } })
  const { webHookServer, worker, ...settings } = design.settings
  const named = { ...(typeof worker === 'object' ? worker : {}), enableSuperseding: switches.enableSuperseding }
  return {
    ...design,
    strict: switches.strict,
    disabledPlugins: switches.disabled.filter((name) => Object.hasOwn(plugins, name)),
    settings: {
      ...settings,
      worker: named,
      ...(switches.webHookServer && webHookServer !== undefined ? { webHookServer } : {}),
    },
  }
}
