import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'

/** A composition made by hand, as small as the files of a bundle allow. Other members are replaced as given. */
export function sampleComposition(overrides: Partial<Composition> = {}): Composition {
  const schema: JsonObject = {
    type: 'object',
    additionalProperties: false,
    required: ['command'],
    properties: { command: { type: 'array', items: { type: 'string' } } },
  }
  const engine = overrides.engine ?? 'native'
  return {
    design: {
      worker: 'taskcluster-worker',
      provisionerId: 'proj',
      workerType: 'native-1',
      description: 'Native builds',
      strict: true,
      engine: { name: engine, config: {} },
      plugins: {},
      disabledPlugins: [],
      otherEngines: {},
      settings: {},
      samples: {},
    },
    worker: 'taskcluster-worker',
    engine,
    plugins: [],
    provisionerId: 'proj',
    workerType: 'native-1',
    baseSchema: schema,
    unrestrictedSchema: schema,
    effectiveSchema: schema,
    payloadForms: [],
    provenance: { command: 'engine native' },
    restrictions: [],
    conflicts: [],
    problems: [],
    matrix: { engines: ['native'], rows: [] },
    checks: [],
    workerConfig: workerConfig({ engine }),
    documentation: '# proj/native-1\n',
    scopes: { worker: [], admin: [], tasks: [] },
    outcomes: {},
    overlays: {},
    ...overrides,
  }
}

/** A worker's configuration with parts of it chosen. */
export function workerConfig(parts: {
  engine?: string
  engineConfig?: JsonObject
  plugins?: JsonObject
  settings?: JsonObject
  transforms?: string[]
}): JsonValue {
  const { engine = 'native', engineConfig = {}, plugins = {}, settings = {}, transforms } = parts
  return {
    ...(transforms === undefined ? {} : { transforms }),
    config: {
      engine,
      engines: { [engine]: engineConfig },
      plugins,
      temporaryFolder: '/mnt/worker-storage',
      ...settings,
    },
  }
}
