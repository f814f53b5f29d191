import type { JsonObject, JsonValue } from '../../base/json'
import type { Design } from '../design'
import { exampleDesign } from './exampleDesign'

const base = exampleDesign('mock', {}).settings
/** a value that nobody knows */
export const open = { $env: 'OPEN' }

/** What a design for one case has beyond the example. */
export interface Setup {
  engine?: string
  config?: JsonObject
  plugins?: Record<string, JsonValue>
  settings?: JsonObject
  worker?: JsonObject
  members?: Partial<Design>
}

/** The example with the changes of a case. */
export function designOf({
  engine = 'mock',
  config,
  plugins = {},
  settings = {},
  worker = {},
  members = {},
}: Setup): Design {
  const one = exampleDesign(engine, plugins, members)
  const ownWorker = typeof base.worker === 'object' && !Array.isArray(base.worker) ? base.worker : {}
  return {
    ...one,
    engine: { ...one.engine, config: config ?? one.engine.config },
    settings: { ...base, worker: { ...ownWorker, ...worker }, ...settings },
  }
}

/** The script engine with a schema. */
export const script = (properties: JsonObject, required: string[] = [], command = ['x']): Setup => ({
  engine: 'script',
  config: { command, schema: { type: 'object', properties, required } },
})
const dns: JsonObject = {
  provider: 'stateless-dns',
  serverIp: '1.2.3.4',
  serverPort: 1,
  statelessDNSDomain: 'd',
  statelessDNSSecret: open,
}
const privateKey = open
const limits = { maxMemory: 1, maxCPUs: 1, defaultThreads: 1 }
const qemu = (subnets: JsonValue, concurrency: JsonValue): Setup => ({
  engine: 'qemu',
  config: { network: { subnets }, limits },
  worker: { concurrency },
})
/** The plugin maxruntime with a limit. */
export const maxruntime = (maxRunTime: JsonValue) => ({
  plugins: { maxruntime: { maxRunTime, perTaskLimit: 'forbid' } },
})

/** Where each notice is told, and where it is not. */
export const noticeCases: [code: string, told: Setup, where: string, untold: Setup[]][] = [
  [
    'docker-privileged-always',
    { engine: 'docker', config: { privileged: 'always' } },
    'warning engine.config.privileged',
    [
      { engine: 'docker', config: { privileged: 'allow' } },
      { engine: 'docker', config: { privileged: open } },
    ],
  ],
  [
    'docker-privileged-scope',
    { engine: 'docker', config: { privileged: 'allow' } },
    'notice engine.config.privileged',
    [{ engine: 'docker', config: { privileged: 'never' } }],
  ],
  ['docker-index-namespace', { engine: 'docker' }, 'notice engine.config', [{}]],
  ['docker-discard-panic', { engine: 'docker' }, 'notice engine.config', [{}]],
  ['mock-engine', {}, 'warning engine.config', [{ engine: 'native' }]],
  ['mock-internal-errors', {}, 'notice engine.config', [{ engine: 'native' }]],
  [
    'native-groups-exist',
    { engine: 'native', config: { createUser: true, groups: ['a'] } },
    'notice engine.config.groups',
    [
      { engine: 'native', config: { createUser: true, groups: [] } },
      { engine: 'native', config: { createUser: true } },
      { engine: 'native', config: { createUser: true, groups: { $env: 'G', type: 'list' } } },
    ],
  ],
  [
    'native-groups-unused',
    { engine: 'native', config: { createUser: false, groups: ['a'] } },
    'warning engine.config.groups',
    [{ engine: 'native', config: { createUser: true, groups: ['a'] } }],
  ],
  [
    'native-shared-user',
    { engine: 'native', config: { createUser: false } },
    'notice engine.config.createUser',
    [{ engine: 'native', config: { createUser: true } }],
  ],
  [
    'native-windows',
    { engine: 'native', config: { createUser: true } },
    'notice engine.config.createUser',
    [{ engine: 'native', config: { createUser: false } }],
  ],
  [
    'qemu-concurrency',
    qemu(2, 3),
    'warning engine.config.network.subnets',
    [qemu(3, 3), qemu(2, { $env: 'N', type: 'number' }), qemu({ $env: 'N', type: 'number' }, 3)],
  ],
  ['qemu-machine-flags', { engine: 'qemu' }, 'notice engine.config.machine.flags', [{}]],
  ['qemu-limits', { engine: 'qemu' }, 'notice engine.config.limits', [{}]],
  ['qemu-host-changes', { engine: 'qemu' }, 'notice engine.config.network', [{}]],
  ['qemu-index-namespace', { engine: 'qemu' }, 'notice engine.config', [{}]],
  ['script-required-ignored', script({ a: {} }, ['a']), 'warning engine.config.schema.required', [script({ a: {} })]],
  ['script-empty-command', script({}, [], []), 'error engine.config.command', [script({})]],
  [
    'script-superseder-url',
    { ...script({ supersederUrl: {} }), worker: { enableSuperseding: true } },
    'warning engine.config.schema.properties.supersederUrl',
    [script({ supersederUrl: {} }), { ...script({ other: {} }), worker: { enableSuperseding: true } }],
  ],
  ['script-upload-errors', { engine: 'script' }, 'notice engine.config', [{}]],
  ['script-environment', { engine: 'script' }, 'notice engine.config.command', [{}]],
  [
    'artifacts-short-names',
    { plugins: { artifacts: {} } },
    'notice plugins.artifacts',
    [{}, { plugins: { artifacts: {} }, members: { disabledPlugins: ['artifacts'] } }],
  ],
  ['artifacts-folder-errors', { plugins: { artifacts: {} } }, 'notice plugins.artifacts', [{}]],
  [
    'artifacts-chain-of-trust-task',
    { plugins: { artifacts: { privateKey } } },
    'warning plugins.artifacts.privateKey',
    [{ plugins: { artifacts: {} } }, { plugins: { artifacts: { privateKey: '' } } }],
  ],
  [
    'artifacts-certified-log',
    { plugins: { artifacts: { privateKey } } },
    'notice plugins.artifacts.privateKey',
    [{ plugins: { artifacts: {} } }],
  ],
  [
    'cache-purge-base-url-missing',
    { plugins: { cache: {} } },
    'warning plugins.cache.purgeCacheBaseUrl',
    [
      { plugins: { cache: { purgeCacheBaseUrl: 'https://a/' } } },
      { plugins: { cache: {} }, members: { rootUrl: 'https://a' } },
    ],
  ],
  [
    'cache-not-shared',
    { plugins: { cache: {} }, worker: { concurrency: 2 } },
    'notice plugins.cache',
    [{ plugins: { cache: {} } }, { plugins: { cache: {} }, worker: { concurrency: { $env: 'N', type: 'number' } } }],
  ],
  ['cache-index-namespace', { plugins: { cache: {} } }, 'notice plugins.cache', [{}]],
  ['cache-preload-missing', { plugins: { cache: {} } }, 'notice plugins.cache', [{}]],
  [
    'interactive-disable-shell-unused',
    { plugins: { interactive: { disableShell: true } } },
    'warning plugins.interactive.disableShell',
    [{ plugins: { interactive: { disableShell: false } } }, { plugins: { interactive: {} } }],
  ],
  [
    'interactive-disable-display-unused',
    { plugins: { interactive: { disableDisplay: true } } },
    'warning plugins.interactive.disableDisplay',
    [{ plugins: { interactive: { disableShell: true } } }],
  ],
  [
    'interactive-public-prefix',
    { plugins: { interactive: { artifactPrefix: 'public/x/' } } },
    'warning plugins.interactive.artifactPrefix',
    [{ plugins: { interactive: { artifactPrefix: 'publicly/' } } }, { plugins: { interactive: {} } }],
  ],
  [
    'interactive-own-prefix',
    { plugins: { interactive: {} } },
    'notice plugins.interactive.forbidCustomArtifactPrefix',
    [{ plugins: { interactive: { forbidCustomArtifactPrefix: true } } }],
  ],
  [
    'interactive-old-shell-tool',
    { plugins: { interactive: {} } },
    'notice plugins.interactive.shellToolUrl',
    [{ plugins: { interactive: { shellToolUrl: 'https://a/' } } }],
  ],
  [
    'interactive-old-display-tool',
    { plugins: { interactive: {} } },
    'notice plugins.interactive.displayToolUrl',
    [{ plugins: { interactive: { displayToolUrl: 'https://a/' } } }],
  ],
  ['livelog-redirect-host', { plugins: { livelog: {} } }, 'warning plugins.livelog', [{ plugins: { tasklog: {} } }]],
  ['livelog-upload-fatal', { plugins: { livelog: {} } }, 'notice plugins.livelog', [{ plugins: { tasklog: {} } }]],
  [
    'logprefix-version',
    { plugins: { logprefix: { version: 'a' } } },
    'warning plugins.logprefix.version',
    [{ plugins: { logprefix: { revision: 'a' } } }],
  ],
  [
    'logprefix-revision',
    { plugins: { logprefix: { revision: 'a' } } },
    'warning plugins.logprefix.revision',
    [{ plugins: { logprefix: { version: 'a' } } }],
  ],
  [
    'maxruntime-no-time',
    maxruntime(0),
    'error plugins.maxruntime.maxRunTime',
    [maxruntime(1), maxruntime('1 min'), maxruntime({ $env: 'N', type: 'number' })],
  ],
  ['maxruntime-no-time', maxruntime(''), 'error plugins.maxruntime.maxRunTime', []],
  ['maxruntime-no-time', maxruntime(-1), 'error plugins.maxruntime.maxRunTime', []],
  ['maxruntime-no-time', maxruntime('106752 days'), 'error plugins.maxruntime.maxRunTime', [maxruntime('106751 days')]],
  [
    'reboot-no-command',
    { plugins: { reboot: {} } },
    'notice plugins.reboot.rebootCommand',
    [{ plugins: { reboot: { rebootCommand: ['reboot'] } } }],
  ],
  ['reboot-no-command', { plugins: { reboot: { rebootCommand: [] } } }, 'notice plugins.reboot.rebootCommand', []],
  ['stoponerror-not-released', { plugins: { stoponerror: {} } }, 'warning plugins.stoponerror', [{}]],
  ['success-missing', {}, 'warning plugins', [{ plugins: { success: {} } }]],
  ['success-missing', { plugins: { success: {} }, members: { disabledPlugins: ['success'] } }, 'warning plugins', []],
  [
    'web-hook-server-local',
    {},
    'notice settings.webHookServer.provider',
    [{ settings: { webHookServer: { provider: 'localtunnel' } } }],
  ],
  [
    'web-hook-tunnel-scope',
    { settings: { webHookServer: { provider: 'webhooktunnel' } } },
    'notice settings.webHookServer.provider',
    [{}],
  ],
  [
    'tls-half-configured',
    { settings: { webHookServer: { ...dns, tlsKey: open } } },
    'warning settings.webHookServer',
    [
      { settings: { webHookServer: dns } },
      { settings: { webHookServer: { ...dns, tlsKey: open, tlsCertificate: 'x' } } },
    ],
  ],
  [
    'tls-half-configured',
    { settings: { webHookServer: { ...dns, tlsCertificate: 'x' } } },
    'warning settings.webHookServer',
    [],
  ],
  [
    'queue-base-url-missing',
    {},
    'warning settings.queueBaseUrl',
    [{ settings: { queueBaseUrl: 'x' } }, { members: { rootUrl: 'https://a' } }],
  ],
  [
    'auth-base-url-missing',
    {},
    'warning settings.authBaseUrl',
    [{ settings: { authBaseUrl: 'x' } }, { members: { rootUrl: 'https://a' } }],
  ],
  ['transform-options-refused', {}, 'notice settings', []],
  ['plugin-start-errors', {}, 'notice settings', []],
  ['schema-command-side-effects', {}, 'notice settings', []],
  ['syslog-error-at-start', {}, 'notice settings', []],
]
