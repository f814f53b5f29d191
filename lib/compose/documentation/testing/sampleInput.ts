import type { EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry/entry'
import type { DocumentationInput } from '@/lib/compose/documentation/documentationInput'

const worker: WorkerEntry = {
  kind: 'worker',
  worker: 'taskcluster-worker',
  name: 'taskcluster-worker',
  version: '1.0.0',
  title: 'taskcluster-worker',
  description: 'Runs tasks.',
  configSchema: {},
  payloadSchema: {},
  configFormat: 'taskcluster-worker',
  identity: { provisionerId: '', workerType: '' },
  merge: 'disjoint',
  engineFeatures: { attachVolume: 'Mount a volume', newShell: 'Open a shell', attachProxy: 'Attach a proxy' },
  workerScopes: [],
}

const engine: EngineEntry = {
  kind: 'engine',
  worker: 'taskcluster-worker',
  name: 'native',
  version: '1.0.0',
  title: 'Native',
  description: 'Runs a process.\n\n# Details\n\nIn `a folder`.',
  platforms: ['linux'],
  configSchema: {},
  payloadSchema: {},
  volumeSchema: {},
  maxConcurrency: 0,
  features: {
    attachVolume: { supported: false, reason: 'nothing can be mounted' },
    newShell: { supported: true, caveat: 'The terminal keeps its size.' },
    attachProxy: { supported: false, reason: 'tasks share the network' },
  },
}

function plugin(name: string, rest: Partial<PluginEntry>): PluginEntry {
  return {
    kind: 'plugin',
    worker: 'taskcluster-worker',
    name,
    version: '1.0.0',
    title: name,
    description: `What ${name} does.`,
    configSchema: {},
    payloadSchema: {},
    whenDisabled: 'refused',
    ...rest,
  }
}

/** A worker type with one restricted, one scoped, one ignored and one ordinary task feature. */
export const sampleInput: DocumentationInput = {
  provisionerId: 'proj',
  workerType: 'native-1',
  description: 'Native builds',
  strict: false,
  worker,
  engine,
  plugins: [
    plugin('cache', {
      title: 'Cache',
      taskFeatures: [
        { name: 'caches', title: 'Caches', requestedBy: { path: '/caches/*' }, scopes: ['worker:cache:<name>'] },
      ],
    }),
    plugin('interactive', {
      title: 'Interactive sessions',
      taskFeatures: [
        {
          name: 'shell',
          title: 'Shell',
          requestedBy: { path: '/interactive' },
          calls: [{ stage: 'Started', feature: 'newShell' }],
          scopes: ['worker:shell:<name>'],
        },
      ],
    }),
    plugin('tcproxy', {
      title: 'Taskcluster proxy',
      documentation: '# Use\n\nAsk `http://taskcluster/`.',
      taskFeatures: [{ name: 'proxy', title: 'Proxy', requestedBy: { path: '/disableProxy', byDefault: true } }],
    }),
  ],
  effectiveSchema: {
    type: 'object',
    additionalProperties: false,
    required: ['command'],
    properties: {
      interactive: {
        type: 'object',
        description: 'Look into the task.',
        additionalProperties: false,
        required: ['mode'],
        properties: { mode: { type: 'string', enum: ['shell', 'screen'], description: 'What to open.' } },
      },
      command: { type: 'array', items: { type: 'string' }, description: 'The program.' },
      source: {
        oneOf: [
          { type: 'string', format: 'uri', title: 'URL' },
          {
            type: 'object',
            title: 'Artifact',
            required: ['taskId'],
            properties: { taskId: { type: 'string', maxLength: 22, description: 'The task.' } },
          },
        ],
      },
    },
  },
  payloadForms: [],
  provenance: { command: 'engine native', interactive: 'plugin interactive', source: 'engine native' },
  restrictions: [
    {
      id: 'cache/caches',
      component: 'plugin cache',
      title: 'Caches',
      engine: 'native',
      missing: ['attachVolume'],
      kind: 'refused',
      paths: ['/caches/*'],
      reason: 'engine native has no attachVolume: nothing can be mounted',
    },
  ],
  scopes: {
    worker: [],
    admin: [],
    tasks: [
      { feature: 'cache/caches', scopes: ['worker:cache:<name>'] },
      { feature: 'interactive/shell', scopes: ['worker:shell:<name>'] },
    ],
  },
  matrix: {
    engines: ['native'],
    rows: [
      row('cache', 'caches', 'refused', ['attachVolume'], 'engine native has no attachVolume'),
      row('interactive', 'shell', 'supported', [], 'The terminal keeps its size.'),
      row('tcproxy', 'proxy', 'dropped', ['attachProxy'], 'engine native has no attachProxy'),
    ],
  },
  examples: [{ command: ['true'] }],
}

function row(
  component: string,
  feature: string,
  verdict: 'refused' | 'supported' | 'dropped',
  missing: string[],
  reason: string,
) {
  return {
    component: `plugin ${component}`,
    feature,
    title: feature,
    enabled: true,
    cells: { native: { verdict, reason, missing } },
  }
}
