import { withoutEnd } from '@/lib/base/texts'
import type { Composition } from '@/lib/compose/composition'
import { installationFor, installPaths, memberAt } from './installation'
import { CONFIG_ERROR } from './startScript'

/**
 * `taskcluster-worker.service`. When it is stopped the worker aborts its tasks, reports them as worker-shutdown and gives up after five and a
 * half minutes; its own processes get the signal from it alone, so that tasks do not die first and count as failed.
 */
export function systemdUnit(composition: Composition): string {
  const { user, groups, capabilities, after, because } = installationFor(composition)
  const { folder } = installPaths(composition)
  const units = ['network-online.target', ...after].join(' ')
  const confined = confinement(composition)
  return [
    '[Unit]',
    `Description=${systemdText(`Taskcluster worker ${composition.provisionerId}/${composition.workerType} (${composition.engine})`)}`,
    `Wants=${units}`,
    `After=${units}`,
    'StartLimitIntervalSec=0',
    '',
    '[Service]',
    `WorkingDirectory=${folder}`,
    `EnvironmentFile=-${folder}/worker.env`,
    `ExecStart=${folder}/start-worker.sh`,
    'Restart=always',
    'RestartSec=10',
    '# what only a change of the configuration can mend is not tried again',
    `RestartPreventExitStatus=${CONFIG_ERROR}`,
    'KillMode=mixed',
    'TimeoutStopSec=6min',
    'LimitNOFILE=65536',
    '',
    `# ${because}`,
    `User=${user}`,
    ...(groups.length === 0 ? [] : [`SupplementaryGroups=${groups.join(' ')}`]),
    ...(user === 'root' || capabilities.length === 0 ? [] : [`AmbientCapabilities=${capabilities.join(' ')}`]),
    ...(confined.length === 0 ? [] : ['', ...confined]),
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n')
}

/** Text as the value of a setting in a systemd unit: one line, no specifiers, no backslash at its end (which would continue the line). */
export function systemdText(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/^ /, '')
  return withoutEnd(line, ' \\').replaceAll('%', '%%')
}

/** Settings that hide or protect folders, and the folders; each stays out where the worker was told to use one of them. */
const FOLDERS: [setting: string, folders: string[]][] = [
  ['ProtectSystem=full', ['/usr', '/boot', '/efi', '/etc']],
  ['ProtectHome=yes', ['/home', '/root', '/run/user', '/var/run/user']],
  ['PrivateTmp=yes', ['/tmp', '/var/tmp']],
]

const KERNEL = [
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectControlGroups=yes',
  'RestrictSUIDSGID=yes',
]

/**
 * Hardening of the unit, as lines. Only where tasks run outside the unit, since everything here would bind tasks too, and not where the
 * worker itself runs a command to reboot the machine.
 */
export function confinement(composition: Composition): string[] {
  const { confinable, user, capabilities } = installationFor(composition)
  if (!confinable || user === 'root' || hasRebootCommand(composition)) return []
  const used = configuredPaths(composition)
  const folders = FOLDERS.filter(([, hidden]) =>
    used?.every((path) => !hidden.some((folder) => isWithin(path, folder))),
  )
  return [
    'NoNewPrivileges=yes',
    `CapabilityBoundingSet=${capabilities.join(' ')}`,
    ...folders.map(([setting]) => setting),
    ...KERNEL,
  ]
}

/** Paths that the configuration names; undefined where one is known only where the worker runs. */
function configuredPaths({ workerConfig, engine }: Composition): string[] | undefined {
  const temporary = memberAt(workerConfig, ['config', 'temporaryFolder'])
  const socket = engine === 'docker' ? memberAt(workerConfig, ['config', 'engines', 'docker', 'dockerSocket']) : ''
  const paths = [temporary, socket ?? '']
  if (!paths.every((path) => typeof path === 'string')) return undefined
  return paths.map((path) => path.replace(/^unix:\/\//, '')).filter((path) => path !== '')
}

function isWithin(path: string, folder: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  const plain = path.startsWith('/') ? `/${segments.join('/')}` : segments.join('/')
  return plain === folder || plain.startsWith(`${folder}/`) || segments.includes('..')
}

/** Whether the reboot plugin runs a command; one that only the environment knows counts. */
function hasRebootCommand({ plugins, workerConfig }: Composition): boolean {
  if (!plugins.includes('reboot')) return false
  const command = memberAt(workerConfig, ['config', 'plugins', 'reboot', 'rebootCommand'])
  return command !== undefined && !(Array.isArray(command) && command.length === 0)
}
